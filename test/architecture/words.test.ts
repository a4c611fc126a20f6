import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EXCEPTIONS, isWithin, wordsIn } from './house-words.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PARTS = ['contracts', 'mock-datasource', 'harness', 'connectors/support']
const FILES = globSync(`{${PARTS.join(',')}}/**/*.{ts,py}`, { cwd: ROOT })
  .filter((file) => !file.includes('__pycache__'))
  .sort()
const sourceOf = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8')

describe('the words of one data source', () => {
  it('stand where that data source is, and nowhere else', () => {
    const found = FILES.flatMap((file) =>
      wordsIn(file, sourceOf(file)).map(
        ({ line, word, text }) => `${file}:${line} ${word}: ${text}`,
      ),
    )
    expect(found).toEqual([])
  })

  it('are allowed only where they are said', () => {
    const stale = EXCEPTIONS.filter(({ where, lines }) => {
      const others = EXCEPTIONS.filter((each) => each.where !== where || each.lines !== lines)
      return !FILES.some(
        (file) =>
          isWithin(file, where) &&
          wordsIn(file, sourceOf(file), others).length > wordsIn(file, sourceOf(file)).length,
      )
    })
    expect(stale).toEqual([])
  })

  it.each([
    "const title = 'ABC Security Monitor'",
    "import { AbcStatus } from './x.ts'",
    "import x from '../contracts/abc-security-monitor/api.ts'",
    "const source = 'abc'",
    "if (status === 'EXECUTE') run()",
    'const { query_id: id } = body',
    "const query = 'SELECT * FROM events'",
    "headers['X-Auth-Token'] = token",
    'const header = `Basic x`',
    "const path = '/api/v1/ping'",
    'fault({ code: 1010 })',
    "const key = row['id']",
  ])('are found in each part of the house: %s', (line) => {
    for (const part of PARTS) {
      expect(wordsIn(`${part}/made-up.ts`, `// ABC\n${line}\n`)).toMatchObject([{ line: 2 }])
    }
  })

  it('are not found in comments, and not in other words', () => {
    const source = [
      "/** ABC's `query_id`, 1010 */",
      'const port = 10_100 // ABC',
      "const waits = row['value']",
    ].join('\n')
    expect(wordsIn('harness/made-up.ts', source)).toEqual([])
    expect(wordsIn('harness/made-up.py', 'x = 1  # ABC\n# 1010\n')).toEqual([])
  })
})
