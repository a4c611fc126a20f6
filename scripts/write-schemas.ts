import { writeFileSync } from 'node:fs'
import { schemaFiles } from './schemas/schema-files.ts'

/** Writes what `contracts/` holds for tools and other languages anew, from the code. */
const root = new URL('../', import.meta.url)
for (const [path, text] of Object.entries(schemaFiles())) {
  writeFileSync(new URL(path, root), text)
  process.stdout.write(`${path}\n`)
}
