/** JSON over many lines, indented with tabs, behind a warning on standard error */
import { answer } from './_correct.ts'

console.warn('(node:1) Warning: nothing to worry about')
process.stdout.write(`${JSON.stringify(await answer(), null, '\t')}\n\n\n`)
