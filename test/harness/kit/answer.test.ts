import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../harness/drivers/driver.ts'
import { describeResult, readAnswer } from '../../../harness/kit/answer.ts'

const seen = (outcome: Outcome) => ({ ...outcome, stdout: '', stderr: '' })
const read = (value: unknown) => readAnswer(seen({ kind: 'answered', value }))

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  [{ kind: 'threw', message: 'Error: no' }, 'an exception: Error: no'],
  [
    { kind: 'threw', message: 'two\nlines \u001b[31m' },
    String.raw`an exception: two\nlines \u001b[31m`,
  ],
  [{ kind: 'no-value', reason: 'it is empty' }, 'no value: it is empty'],
  [{ kind: 'timed-out', afterMilliseconds: 300 }, 'no answer within 300 ms'],
  [{ kind: 'crashed', exitCode: 7, signal: null }, 'a crash with exit code 7'],
  [{ kind: 'crashed', exitCode: null, signal: 'SIGSEGV' }, 'a crash by signal SIGSEGV'],
  [{ kind: 'too-much-output', bytes: 9 }, 'more output than can be taken in (9 bytes)'],
  [{ kind: 'could-not-start', reason: 'EACCES' }, 'a command that does not start: EACCES'],
]

it.each<Outcome>([
  { kind: 'threw', message: 'x'.repeat(10 * 1024 * 1024) },
  { kind: 'no-value', reason: 'x'.repeat(10 * 1024 * 1024) },
  { kind: 'could-not-start', reason: 'x'.repeat(10 * 1024 * 1024) },
  { kind: 'answered', value: { success: false, error: '\u0000'.repeat(10 * 1024 * 1024) } },
])('megabytes are described in a few words: $kind', (outcome) => {
  const words = describeResult(seen(outcome))
  expect(words.length).toBeLessThan(3_000)
  expect(words).toMatch(/[\d,]+ characters/)
  const read = readAnswer(seen(outcome))
  expect(read.kind === 'none' ? read.why.length : 0).toBeLessThan(3_000)
})

describe('reading an answer', () => {
  it.each([true, 'true', 'True', 'TRUE', 1])('takes success %j for success', (success) => {
    const envelope = { success, search_id: 'a' }
    expect(read(envelope)).toEqual({ kind: 'success', envelope })
  })

  it.each([false, 'false', 'False', 0])('takes success %j for failure', (success) => {
    const envelope = { success, data: [] }
    expect(read(envelope)).toEqual({ kind: 'failure', envelope })
  })

  it.each([
    { error: 'why' },
    { code: 'unknown' },
    { success: null, code: 'unknown' },
    { success: 'no', error: 'why' },
  ])('takes %j for a failure, since it says what went wrong', (envelope) => {
    expect(read(envelope)).toEqual({ kind: 'failure', envelope })
  })

  it.each([true, false])('takes the boolean %j for what is_async answers', (value) => {
    expect(read(value)).toEqual({ kind: 'boolean', value })
  })

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['true', '"true"'],
    [1, '1'],
    [[{ success: true }], '[{"success":true}]'],
    [{}, '{}'],
    [{ success: 2 }, '{"success":2}'],
    [{ data: [] }, '{"data":[]}'],
  ])('takes %j for nothing of these, and says what it is', (value, why) => {
    expect(read(value)).toEqual({ kind: 'none', why })
  })

  it.each(OUTCOMES)('gives of $kind the reason', (outcome, why) => {
    expect(readAnswer(seen(outcome))).toEqual({ kind: 'none', why })
  })

  it('reads whatever value there is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(['success', 'failure', 'boolean', 'none']).toContain(read(value).kind)
      }),
    )
  })
})

describe('describing a result', () => {
  it.each(OUTCOMES)('says of $kind what was seen, on one line', (outcome, words) => {
    expect(describeResult(seen(outcome))).toBe(words)
  })

  it('shows a value', () => {
    expect(describeResult(seen({ kind: 'answered', value: { success: true } }))).toBe(
      '{"success":true}',
    )
  })
})
