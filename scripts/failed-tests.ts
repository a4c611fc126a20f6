import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod'

/**
 * Names the tests that failed in a run, each with the beginning of its message, from the file of vitest's reporter
 * `json`: `node scripts/failed-tests.ts tests.json`.
 */
const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})
const MOST_TESTS = 30
const MOST_LINES = 8
const MOST_COLUMNS = 300

const [path = ''] = process.argv.slice(2)
const failures = Results.parse(JSON.parse(readFileSync(path, 'utf8'))).testResults.flatMap(
  failuresOf,
)
for (const { name, message } of failures.slice(0, MOST_TESTS)) {
  process.stdout.write(`✗ ${name}\n${shortened(message)}\n`)
}
if (failures.length > MOST_TESTS) {
  process.stdout.write(`and ${failures.length - MOST_TESTS} more\n`)
}

/** The tests of a file that failed; or the file, where it failed beside them. */
function failuresOf(file: z.infer<typeof Results>['testResults'][number]) {
  const place = relative(process.cwd(), file.name)
  const tests = file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map((test) => ({
      name: `${place} > ${test.fullName}`,
      message: test.failureMessages?.join('\n') ?? '',
    }))
  if (tests.length > 0 || file.status !== 'failed') return tests
  return [{ name: place, message: file.message ?? '' }]
}

function shortened(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^ +at .*node_modules/.test(line))
  return lines
    .slice(0, MOST_LINES)
    .map((line) => `  ${line.slice(0, MOST_COLUMNS)}`)
    .join('\n')
}
