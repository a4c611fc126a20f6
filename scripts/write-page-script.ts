import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pageScript } from './page-script.ts'

/** Writes `harness/report/html/page.js` anew, from the TypeScript in `browser/` beside it. */
const path = fileURLToPath(new URL('../harness/report/html/page.js', import.meta.url))
writeFileSync(path, await pageScript())
