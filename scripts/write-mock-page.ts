import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mockPage } from './mock-page.ts'

/** Writes `page.js` and `page.css` of `mock-datasource/ui/` anew, from what is in `browser/` beside them. */
const at = (file: string) =>
  fileURLToPath(new URL(`../mock-datasource/ui/${file}`, import.meta.url))
const { script, style } = await mockPage()
writeFileSync(at('page.js'), script)
writeFileSync(at('page.css'), style)
