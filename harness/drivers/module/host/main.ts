/**
 * A program: loads one connector module and calls it, for whoever started this process and holds the other end of
 * descriptor 3. Arguments: what names the module, and the folder that this is relative to.
 */
import { flushCompileCache } from 'node:module'
import { serve } from './serve.ts'

const [, , specifier = '', from = ''] = process.argv
await serve(specifier, from)
// It is ended by a signal, and would keep nothing of what it has compiled for the next.
flushCompileCache()
