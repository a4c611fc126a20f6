import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExchangeLog } from '../../../mock-datasource/journal/exchange-log.ts'
import type { Recorded } from '../../../mock-datasource/journal/recorded.ts'

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array))

const exchange = fc.record({
  url: fc.string({ unit: 'binary', maxLength: 50 }),
  rawHeaders: fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }),
  body: fc.option(bytes(50), { nil: undefined }),
  pieces: fc.option(fc.array(bytes(20), { maxLength: 3 }), { nil: undefined }),
})

type Made = typeof exchange extends fc.Arbitrary<infer T> ? T : never

function recordedOf(sequence: number, { url, rawHeaders, body, pieces }: Made): Recorded {
  const kept = Math.min(30, Buffer.concat(pieces ?? []).length)
  return {
    ...{ sequence, time: 0, at: sequence, method: 'GET', url, rawHeaders },
    connection: { number: 1, encrypted: false },
    body,
    response: pieces && { status: 200, headers: { a: 'é' }, body: pieces, kept, truncated: true },
  }
}

/** With each body in one piece, cut to what is kept. */
function plain({ body, response, ...rest }: Recorded) {
  return {
    ...rest,
    body: body?.toString('hex'),
    response: response && {
      ...response,
      body: Buffer.concat(response.body, response.kept).toString('hex'),
    },
  }
}

test('what was added is read back as it was, whatever lies around it', () => {
  fc.assert(
    fc.property(fc.array(exchange), fc.nat(30), (made, after) => {
      const log = new ExchangeLog()
      const all = made.map((each, index) => recordedOf(index + 1, each))
      for (const recorded of all) log.add(recorded)
      expect(Array.from(log.after(after), plain)).toEqual(all.slice(after).map(plain))
    }),
  )
})

test('they come in the order of their sequences, in whichever order they ended', () => {
  const ends = fc.uniqueArray(fc.integer({ min: 1, max: 200 }))
  fc.assert(
    fc.property(ends, fc.nat(200), (sequences, after) => {
      const log = new ExchangeLog()
      const made = { url: '/', rawHeaders: [], body: Buffer.alloc(60_000), pieces: undefined }
      for (const sequence of sequences) log.add(recordedOf(sequence, made))
      const wanted = sequences.filter((sequence) => sequence > after).sort((a, b) => a - b)
      expect(Array.from(log.after(after), ({ sequence }) => sequence)).toEqual(wanted)
    }),
    { numRuns: 20 },
  )
})

test('the newest are kept whole when there is no more room, the largest bodies included', () => {
  const log = new ExchangeLog()
  const lengths = [10, 300_000, 70_000, 1_048_576, 0]
  const made = Array.from({ length: 200 }, (_, index) => {
    const body = Buffer.alloc(lengths[index % lengths.length] as number, index)
    const recorded = { url: '/', rawHeaders: [], body, pieces: undefined }
    return recordedOf(index + 1, recorded)
  })
  for (const recorded of made) log.add(recorded)
  const all = Array.from(log.after(0), plain)
  const kept = all.filter(({ bodiesDropped }) => !bodiesDropped)
  expect(all.map(({ sequence }) => sequence)).toEqual(made.map(({ sequence }) => sequence))
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.length).toBeLessThan(200)
  expect(kept).toEqual(made.slice(-kept.length).map(plain))
  expect(log.bodiesDroppedUpTo).toBe(200 - kept.length)
})

test('nothing is left of it once it is cleared', () => {
  const log = new ExchangeLog()
  log.add(recordedOf(1, { url: '/', rawHeaders: [], body: undefined, pieces: undefined }))
  log.clear()
  expect([...log.after(0)]).toEqual([])
  expect(log.forgottenUpTo).toBe(1)
})
