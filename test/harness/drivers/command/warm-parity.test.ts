import { expect, test } from 'vitest'
import { brokenCommands } from '../../../broken/support/broken-files.ts'
import { CLAIMS } from '../../../support/claims.ts'
import { warmAndCold } from '../../../variants/warm-and-cold.ts'

/** A defect of each part of a call: what is printed, how it is asked, what is sent, what comes of an error. */
const CHOSEN: readonly (readonly [name: string, most: number])[] = [
  ['python/env_1_nothing_printed_on_failure.py', 3],
  ['python/mode_1_is_async_in_lower_case.py', 1],
  ['python/page_1_offset_ignored.py', 1],
  ['python/err_1_codes_as_text.py', 1],
]
const REFERENCE = ['python3', '-B', '-m', 'main', 'transmit', 'abc']

const few = { scheme: 'http', runs: 1 } as const

/** All of them, and the correct ones, are called both ways by `npm run prove`. */
test.skipIf(process.platform !== 'linux').each(CHOSEN)(
  'new processes and forked ones come to the same for %s',
  { timeout: 120_000 },
  async (name, most) => {
    const [broken] = brokenCommands().filter((each) => each.name === name)
    if (broken === undefined) throw new Error(`there is no ${name}`)
    const checks = CLAIMS.filter((each) => each.name === broken.caughtBy)
    const { calls, ...found } = await warmAndCold(broken.target, checks, { ...few, most })
    expect(found).toEqual({ differences: [], notForked: undefined })
    expect(calls).toBeGreaterThan(0)
  },
)

test.skipIf(process.platform !== 'linux')(
  'they do so for the reference, run as a module',
  { timeout: 120_000 },
  async () => {
    const cwd = 'connectors/abc-security-monitor-python'
    const checks = CLAIMS.filter(({ name }) => name === 'PAGE-1' || name === 'SEC-1')
    const target = { kind: 'command', prefix: REFERENCE, cwd } as const
    const { calls, ...found } = await warmAndCold(target, checks, { ...few, most: 2 })
    expect(found).toEqual({ differences: [], notForked: undefined })
    expect(calls).toBeGreaterThan(2)
  },
)

test('a connector that answers otherwise each time is seen to', { timeout: 120_000 }, async () => {
  const script = `import os, sys; print(True if "is_async" in sys.argv else {"success": os.getpid()})`
  const target = { kind: 'command', prefix: ['python3', '-c', script], cwd: '.' } as const
  const checks = CLAIMS.filter(({ name }) => name === 'ENV-2')
  const { differences } = await warmAndCold(target, checks, { ...few, most: 1 })
  expect(differences).toContainEqual(expect.stringContaining('only of a new process'))
})
