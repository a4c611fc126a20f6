import { describe, expect, it } from 'vitest'
import { titleOf } from '../../../../harness/report/words/title-words.ts'
import { madeViolation } from '../../../support/made-report.ts'

const call = { method: 'results', arguments: [], answer: '', exchanges: [], command: '' } as const

/** What was expected, what was found, and the title of it. */
const TITLES = [
  ['success', 'an exception: TypeError: x', 'threw TypeError: x'],
  ['a failure', 'no answer within 10000 ms', 'gave no answer within 10000 ms'],
  ['an answer', 'a process that had to be ended: it took 1 GB', 'had to be ended: it took 1 GB'],
  ['an answer', 'a crash by signal SIGKILL', 'crashed by signal SIGKILL'],
  [
    'a failure with code no_results',
    'a failure with code "unknown" ("gone (410)")',
    'failed with unknown, not with no_results',
  ],
  ['success', 'a failure with code "unknown" ("gone")', 'failed with unknown ("gone")'],
  ['a failure', 'success with 2 rows: a, b', 'returned 2 rows, not a failure'],
  [
    'status RUNNING with progress 10',
    'success {"success":true,"status":"COMPLETED","progress":10}',
    'answered COMPLETED with progress 10, not status RUNNING with progress 10',
  ],
  ['a failure', 'success {"success":true,"data":[]}', 'returned no rows, not a failure'],
  ['a failure', 'success {"success":true}', 'succeeded, not a failure'],
  [
    'no credentials in the answer',
    'the password there (base64)',
    'shows the password in the answer, as base64',
  ],
  ['no credentials in a URL', 'the token there (plain)', 'shows the token in a URL'],
  ['at most 3 requests', '11 requests', ': 11 requests, not at most 3 requests'],
] as const

describe('the title of a violation', () => {
  it.each(TITLES)(
    'where %s was expected and %s found is `results` %s',
    (expected, actual, title) => {
      const space = title.startsWith(':') ? '' : ' '
      const violation = madeViolation({ expected, actual, transcript: [call] })
      expect(titleOf(violation)).toBe(`\`results\`${space}${title}`)
    },
  )

  it('is what the check itself says where it does, and fits in a line', () => {
    const happened = 'returned 3 rows, not 2: 1 that is none of these'
    expect(titleOf(madeViolation({ happened, transcript: [call] }))).toBe(`\`results\` ${happened}`)
    const long = madeViolation({ actual: 'x'.repeat(9_000), transcript: [call] })
    expect(titleOf(long).length).toBeLessThan(140)
  })

  it('names no method where no call was made', () => {
    const violation = madeViolation({ happened: 'returned no rows, not 2', transcript: [] })
    expect(titleOf(violation)).toBe('returned no rows, not 2')
  })
})
