import { expect, it } from 'vitest'
import { FAULT_NAMES } from '../../contracts/fault-names.ts'
import { scopeWords, Waiver, Waivers } from '../../contracts/waiver.ts'
import { AbcFault } from '../mock-datasource/support/abc-fault.ts'
import { madeWaiver } from '../support/made-waiver.ts'

const complaints = (waiver: unknown) =>
  (Waiver.safeParse(waiver).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

it('a waiver names a clause, and may name a method and a fault', () => {
  expect(complaints(madeWaiver())).toEqual([])
  expect(complaints(madeWaiver({ method: 'results', fault: 'hang' }))).toEqual([])
  expect(scopeWords(madeWaiver({ method: 'results', fault: 'hang' }))).toBe(
    'PAGE-1 results under hang',
  )
})

it('a waiver without a word of why, where, who and until when is none', () => {
  expect(complaints({ clause: 'PAGE-1' })).toEqual([
    'reason: fill in the reason',
    'issue: fill in the address of the issue',
    'owner: fill in the owner',
    'expires: must be a day, as in 2026-12-31',
  ])
  expect(complaints(madeWaiver({ reason: ' ', owner: '' }))).toEqual([
    'reason: fill in the reason',
    'owner: fill in the owner',
  ])
})

it.each([
  [{ clause: 'PAGE-99' }, 'clause: there is no clause "PAGE-99"'],
  [{ method: 'search' }, 'method: "search" is none of ping, is_async, query, status'],
  [{ fault: 'flood' }, 'fault: "flood" is none of api-error, http-status'],
  [{ issue: 'JIRA-17' }, 'issue: must be an address that begins with https://'],
  [{ issue: 'javascript:alert(1)' }, 'issue: must be an address that begins with https://'],
  [{ expires: '2026-02-30' }, 'expires: must be a day, as in 2026-12-31'],
  [{ expires: 'next year' }, 'expires: must be a day, as in 2026-12-31'],
  [{ methods: ['results'] }, 'Unrecognized key: "methods"'],
])('%j is refused, and why is said', (change, message) => {
  const [complaint, ...others] = complaints({ ...madeWaiver(), ...change })
  expect(complaint).toContain(message)
  expect(others).toEqual([])
})

it('two waivers of the same are refused, even where one of them has expired', () => {
  const twice = [madeWaiver(), madeWaiver({ expires: '2020-01-01' })]
  expect(Waivers.safeParse(twice).error?.issues).toMatchObject([
    { path: [1], message: 'waives the same as waivers.0: keep one of them' },
  ])
  expect(Waivers.safeParse([madeWaiver(), madeWaiver({ method: 'results' })]).success).toBe(true)
})

it('the kinds of fault are those of the mock', () => {
  const unknown = AbcFault.safeParse({ kind: 'flood' })
  for (const name of FAULT_NAMES) expect(unknown.error?.issues[0]?.message).toContain(name)
  expect(unknown.error?.issues[0]?.message.split(', ')).toHaveLength(FAULT_NAMES.length)
})
