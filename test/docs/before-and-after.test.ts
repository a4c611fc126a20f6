import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const FOLDER = 'docs/samples/before-and-after'
const read = (path: string) => readFileSync(path, 'utf8')
const clauses = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.after.txt'))
  .map((name) => name.replace('.after.txt', ''))

/** `node scripts/write-before-and-after.ts` writes what is printed now. */
describe('the samples of a report before and after', () => {
  it('are of six defects', () => {
    expect(clauses).toHaveLength(6)
  })

  it.each(clauses)(
    'of %s begin with what happened, as it is told of that defect today',
    (clause) => {
      const [, title = ''] = /^✗ (.*)$/m.exec(read(`${FOLDER}/${clause}.after.txt`)) ?? []
      expect(title).toMatch(/^\w+-\d+ {2}MUST {2}`\w+`/)
      expect(read('docs/what-it-finds.md')).toContain(title)
      expect(read(`${FOLDER}/${clause}.before.txt`)).not.toContain(title)
    },
  )
})
