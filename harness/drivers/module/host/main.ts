/**
 * A program: loads one connector module and calls it, for whoever started this process and holds the other end of
 * descriptor 3. Arguments: what names the module, and the folder that this is relative to.
 */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { serve } = await import('./serve.ts')
const [, , specifier = '', from = ''] = process.argv
await serve(specifier, from)
