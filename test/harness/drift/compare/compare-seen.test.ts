import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ABC_STATUSES } from '../../../../contracts/abc-security-monitor/api.ts'
import { compareSeen } from '../../../../harness/drift/compare/compare-seen.ts'
import type { Seen } from '../../../../harness/drift/observed.ts'

const order = (...value: string[]): Seen => ({ kind: 'order', value })
const size = (value: number, isLeast = false): Seen => ({ kind: 'size', value, isLeast })
const types = (...value: string[]): Seen => ({ kind: 'types', value, isEverywhere: true })
const gaps = (value: Record<string, string[]>): Seen => ({ kind: 'gaps', value })
const forms = (...value: string[]): Seen => ({ kind: 'forms', value })
const because = (pattern: RegExp) => ({ because: expect.stringMatching(pattern) })

const CASES: readonly (readonly [string, Seen, Seen, unknown])[] = [
  ['the same statuses agree', order('WAIT', 'EXECUTE'), order('WAIT', 'EXECUTE'), 'agrees'],
  [
    'fewer statuses cannot be told from a quicker search',
    order('WAIT'),
    order('WAIT', 'EXECUTE', 'SORTING'),
    because(/^at against: EXECUTE, SORTING was seen here alone/),
  ],
  [
    'statuses turned round differ',
    order('WAIT', 'SORTING', 'EXECUTE'),
    order('EXECUTE', 'SORTING'),
    'differs',
  ],
  [
    'a status that the API does not have differs',
    order('WAIT', 'PAUSED'),
    order('WAIT'),
    'differs',
  ],
  ['the same strange status agrees', order('PAUSED'), order('PAUSED'), 'agrees'],
  ['page caps agree', size(1_000), size(1_000), 'agrees'],
  ['page caps differ', size(500), size(1_000), 'differs'],
  ['a page beyond the other cap differs', size(1_200, true), size(1_000), 'differs'],
  ['a small page says nothing of a cap', size(3, true), size(1_000), because(/^at url: .*\(3\)/)],
  ['two small pages say nothing', size(3, true), size(3, true), because(/^at both sides: .*\(3\)/)],
  ['types differ', types('integer'), types('string'), 'differs'],
  ['fractions among integers differ', types('number'), types('integer'), 'differs'],
  ['a field without values says nothing', types(), types('string'), because(/^at url: no row/)],
  ['two fields without values say nothing', types(), types(), because(/^at both sides: no row/)],
  ['no gaps agree', gaps({}), gaps({}), 'agrees'],
  ['gaps of some rows say nothing', gaps({ url: ['null'] }), gaps({}), because(/^at url: .*url/)],
  ['gaps of a key differ', gaps({ id: ['null'] }), gaps({}), 'differs'],
  ['null and left out differ', gaps({ url: ['null'] }), gaps({ url: ['left out'] }), 'differs'],
  ['one form in common agrees', forms('0.0', '0'), forms('0'), 'agrees'],
  ['no form in common differs', forms('0.0'), forms('0'), 'differs'],
  [
    'what one side does not know says nothing',
    { kind: 'unknown', reason: 'no rows' },
    { kind: 'exact', value: 1 },
    { because: 'at url: no rows' },
  ],
]

describe('two observations', () => {
  it.each(CASES)('%s', (_claim, url, against, verdict) => {
    expect(compareSeen(url, against)).toEqual(verdict)
  })

  it('of statuses never differ where both are parts of one order', () => {
    const part = fc.subarray([...ABC_STATUSES]).map((statuses) => order(...statuses))
    fc.assert(fc.property(part, part, (url, against) => compareSeen(url, against) !== 'differs'))
  })

  it('are judged alike whichever side is which', () => {
    const any = fc.constantFrom(...CASES.flatMap(([, url, against]) => [url, against]))
    const kindOf = (verdict: unknown) => (typeof verdict === 'string' ? verdict : 'open')
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(kindOf(compareSeen(one, other))).toBe(kindOf(compareSeen(other, one)))
      }),
    )
  })
})
