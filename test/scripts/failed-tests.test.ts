import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

const made = (
  name: string,
  status: string,
  message: string,
  tests: readonly (readonly string[])[],
) => ({
  name: join(process.cwd(), name),
  status,
  message,
  assertionResults: tests.map(([fullName, how, why]) => ({
    fullName,
    status: how,
    failureMessages: why === undefined ? null : [why],
  })),
})

it('names each test that failed, and each file that failed beside its tests, with the reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failed-tests-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'tests.json')
  const testResults = [
    made('test/a.test.ts', 'failed', '', [
      [
        'a page ends',
        'failed',
        'Error: \u001b[31mtoo long\u001b[39m\n    at x (/a/node_modules/v.js:1:1)\n    at y',
      ],
      ['a page begins', 'passed'],
    ]),
    made('test/b.test.ts', 'failed', 'no such module', []),
    made('test/c.test.ts', 'passed', '', [['all is well', 'passed']]),
  ]
  writeFileSync(path, JSON.stringify({ testResults }))
  const printed = execFileSync(process.execPath, ['scripts/failed-tests.ts', path], {
    encoding: 'utf8',
  })
  expect(printed).toBe(
    '✗ test/a.test.ts > a page ends\n  Error: too long\n      at y\n✗ test/b.test.ts\n  no such module\n',
  )
})
