import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { schemaFiles, WRITE_SCHEMAS } from '../../scripts/schemas/schema-files.ts'

const ROOT = new URL('../../', import.meta.url)
const FILES = schemaFiles()

it.each(Object.keys(FILES))(
  `%s is what the code makes, and \`${WRITE_SCHEMAS}\` writes`,
  (path) => {
    const committed = readFileSync(new URL(path, ROOT), 'utf8')
    expect(committed, `${path} is not what the code makes: ${WRITE_SCHEMAS}`).toBe(FILES[path])
  },
)
