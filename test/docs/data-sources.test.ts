import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BUILT_IN } from '../../mock-datasource/index.ts'

const PAGE = readFileSync('docs/data-sources.md', 'utf8')

test('docs/data-sources.md shows the file that its invented API is described in', () => {
  const shown = /```yaml\n(.*?)```/s.exec(PAGE)?.[1]
  expect(shown).toBe(readFileSync('test/sources/tide-gate/tide-gate.yaml', 'utf8'))
})

test('docs/data-sources.md names every data source that is built in', () => {
  for (const { name } of BUILT_IN) expect(PAGE).toContain(`\`${name}\``)
})
