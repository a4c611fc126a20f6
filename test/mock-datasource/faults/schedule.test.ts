import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FaultSchedule } from '../../../mock-datasource/faults/schedule.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'

const PING = { operation: 'ping', searchId: undefined }

function strikes(spec: FaultSpec, requests: number): boolean[] {
  const schedule = new FaultSchedule(() => 1)
  schedule.add(spec)
  return Array.from({ length: requests }, () => schedule.strikesOn(PING).length > 0)
}

test('without any condition a fault strikes every request', () => {
  expect(strikes({ kind: 'hang' }, 3)).toEqual([true, true, true])
})

test('`after` lets requests pass first, `times` ends it', () => {
  expect(strikes({ kind: 'hang', after: 2, times: 1 }, 5)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ])
})

test('`after` and `times` hold for any numbers', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 }), (after, times) => {
      const struck = strikes({ kind: 'hang', after, times }, 50)
      expect(struck.indexOf(true)).toBe(after)
      expect(struck.lastIndexOf(true)).toBe(after + times - 1)
    }),
  )
})

test('operation and search say which requests it applies to; others do not count', () => {
  const schedule = new FaultSchedule(() => 1)
  const fault = schedule.add({ kind: 'hang', operation: 'status', search: 'a', after: 1 })
  const hit = (operation: string, searchId?: string) =>
    schedule.strikesOn({ operation, searchId }).map(({ id }) => id)
  expect(hit('ping')).toEqual([])
  expect(hit('status', 'b')).toEqual([])
  expect(hit('results', 'a')).toEqual([])
  expect(hit('status', 'a')).toEqual([])
  expect(hit('status', 'a')).toEqual([fault.id])
  expect(schedule.all()).toMatchObject([{ seen: 2, struck: 1 }])
})

test('`any`, like no operation at all, means requests that reach none as well', () => {
  const schedule = new FaultSchedule(() => 1)
  schedule.add({ kind: 'latency', milliseconds: 1, operation: 'any' })
  schedule.add({ kind: 'hang' })
  expect(schedule.strikesOn({ operation: undefined })).toHaveLength(2)
})

test('a log-in is struck by a fault that names it, and neither struck nor counted by one for any request', () => {
  const schedule = new FaultSchedule(() => 1, { aside: ['open'] })
  schedule.add({ kind: 'latency', milliseconds: 1 })
  schedule.add({ kind: 'latency', milliseconds: 1, operation: 'any', times: 1 })
  const named = schedule.add({ kind: 'latency', milliseconds: 1, operation: 'open' })
  expect(schedule.strikesOn({ operation: 'open' }).map(({ id }) => id)).toEqual([named.id])
  expect(schedule.all()).toMatchObject([{ seen: 0 }, { seen: 0 }, { seen: 1, struck: 1 }])
  expect(schedule.strikesOn({ operation: 'find' })).toHaveLength(2)
})

test('a probability strikes about as often, always alike for one seed, and not alike for two', () => {
  const often = (seed: number) => strikes({ kind: 'hang', probability: 0.3, seed }, 1_000)
  const share = often(5).filter(Boolean).length / 1_000
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.35)
  expect(often(5)).toEqual(often(5))
  expect(often(6)).not.toEqual(often(5))
})

test.each([
  [0, false],
  [1, true],
])('probability %i is certain', (probability, struck) => {
  expect(new Set(strikes({ kind: 'hang', probability }, 100))).toEqual(new Set([struck]))
})

test('each fault decides as if it were alone, whatever else strikes', () => {
  const spec = fc.record({
    kind: fc.constant('latency' as const),
    milliseconds: fc.constant(0),
    after: fc.nat({ max: 5 }),
    times: fc.integer({ min: 1, max: 10 }),
    probability: fc.constantFrom(0.2, 0.5, 1),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(spec, { maxLength: 4 }), (specs) => {
      const together = new FaultSchedule(() => 1)
      const ids = specs.map((each) => together.add(each).id)
      const struck = Array.from({ length: 30 }, () => together.strikesOn(PING).map(({ id }) => id))
      for (const [index, each] of specs.entries()) {
        const alone = strikes(each, 30)
        expect(struck.map((all) => all.includes(ids[index] as string))).toEqual(alone)
      }
    }),
  )
})

test('the first fault that keeps the operation from happening is the last to strike', () => {
  const schedule = new FaultSchedule(() => 1)
  schedule.add({ kind: 'latency', milliseconds: 1 })
  schedule.add({ kind: 'hang' })
  schedule.add({ kind: 'reset', times: 1 })
  const kinds = () => schedule.strikesOn(PING).map(({ spec }) => spec.kind)
  expect(kinds()).toEqual(['latency', 'hang'])
  expect(schedule.all().map(({ struck }) => struck)).toEqual([1, 1, 0])
})

test('a restored schedule goes on as the first one would have', () => {
  const spec = { kind: 'hang', probability: 0.5, after: 3, times: 8 } as const
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.nat(), (before, seed) => {
      const whole = strikes({ ...spec, seed }, 60)
      const first = new FaultSchedule(() => 1)
      first.add({ ...spec, seed })
      for (let n = 0; n < before; n += 1) first.strikesOn(PING)
      const second = new FaultSchedule(() => 2)
      second.restore(JSON.parse(JSON.stringify(first.snapshot())))
      const rest = Array.from({ length: 60 - before }, () => second.strikesOn(PING).length > 0)
      expect(rest).toEqual(whole.slice(before))
    }),
  )
})
