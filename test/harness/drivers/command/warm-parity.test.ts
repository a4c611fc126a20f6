import { describe, expect, test } from 'vitest'
import { brokenCommands } from '../../../broken/support/broken-files.ts'
import { CLAIMS } from '../../../support/claims.ts'
import { verdicts } from '../../../variants/verdict.ts'

/** A defect of each part of a call: what is printed, how it is asked, what is sent, what comes of an error. */
const CHOSEN = [
  'python/env_1_enum_member_printed.py',
  'python/mode_1_is_async_in_lower_case.py',
  'python/page_1_offset_ignored.py',
  'python/err_1_codes_as_text.py',
]
const CASES = { scheme: 'http', runs: 1, most: 3 } as const

const broken = brokenCommands().filter(({ name }) => CHOSEN.includes(name))
const [any] = broken

describe('new processes and forked ones come to the same', { timeout: 120_000 }, () => {
  test.each(broken)('for $defect ($name)', async ({ target, caughtBy }) => {
    const checks = CLAIMS.filter(({ name }) => name === caughtBy)
    const said = async (cold: boolean) =>
      (await verdicts(cold ? { ...target, ...COLD } : target, checks, CASES)).map(inBrief)
    expect(await said(false)).toEqual(await said(true))
  })

  test('for the reference', async () => {
    const prefix = ['python3', '-B', 'main.py', 'transmit', 'abc']
    const cwd = `${any?.target.kind === 'command' ? any.target.cwd : ''}../../connectors/abc-security-monitor-python`
    const target = { kind: 'command', prefix, cwd } as const
    const checks = CLAIMS.filter(({ name }) => name === 'PAGE-1')
    const [warm, cold] = [
      await verdicts(target, checks, CASES),
      await verdicts({ ...target, cold: true }, checks, CASES),
    ]
    expect(warm.map(inBrief)).toEqual(cold.map(inBrief))
  })
})

const COLD = { cold: true } as const

function inBrief({ check, result }: Awaited<ReturnType<typeof verdicts>>[number]) {
  const violation = 'violation' in result ? result.violation : undefined
  return { check: check.name, state: result.state, counterexample: violation?.counterexample }
}
