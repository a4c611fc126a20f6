import { expect, test } from 'vitest'
import { RecordingJournal } from '../../../mock-datasource/journal/journal.ts'
import { KnownSecrets } from '../../../mock-datasource/journal/known-secrets.ts'
import { abcSource } from '../../support/abc-source.ts'

function record(journal: RecordingJournal, body?: Buffer) {
  const recorded = journal.open({
    at: 0,
    time: 0,
    method: 'GET',
    url: '/api/v1/ping',
    rawHeaders: [],
    connection: { number: 1, encrypted: false },
  })
  if (body) journal.received(recorded, body)
  journal.ended(recorded)
}

test('only the most recent exchanges are kept, within what it may take', () => {
  const journal = new RecordingJournal(new KnownSecrets(abcSource.credentials), 2 ** 20)
  for (let n = 0; n < 7_000; n += 1) record(journal)
  const kept = journal.entries().map(({ sequence }) => sequence)
  expect(kept.length).toBeGreaterThan(1_000)
  expect(kept.length).toBeLessThan(7_000)
  expect(journal.bytes).toBeLessThanOrEqual(2 ** 20)
  expect(kept).toEqual(Array.from(kept, (_, index) => 7_000 - kept.length + index + 1))
})

test('the oldest bodies make room first, and it says so', () => {
  const journal = new RecordingJournal(new KnownSecrets(abcSource.credentials))
  const body = Buffer.alloc(1_000_000)
  for (let n = 0; n < 100; n += 1) record(journal, body)
  const whole = journal.entries().filter(({ bodiesDropped }) => !bodiesDropped)
  expect(journal.entries()).toHaveLength(100)
  expect(whole.length).toBeLessThan(40)
  expect(whole.at(-1)?.sequence).toBe(100)
  expect(journal).toMatchObject({ forgottenUpTo: 0, bodiesDroppedUpTo: 100 - whole.length })
  expect(journal.glances(99)).toMatchObject([{ sequence: 100, path: '/api/v1/ping' }])
})

test('entries come one at a time, with those under way in their places, and are read no further than asked', () => {
  const journal = new RecordingJournal(new KnownSecrets(abcSource.credentials))
  const open = () =>
    journal.open({
      ...{ at: 0, time: 0, method: 'GET', url: '/', rawHeaders: [] },
      connection: { number: 1, encrypted: false },
    })
  const recorded = Array.from({ length: 9 }, open)
  for (const place of [7, 1, 4, 3]) journal.ended(recorded[place] as (typeof recorded)[number])
  const sequences = (after: number, limit?: number) =>
    journal.entries(after, limit).map(({ sequence }) => sequence)
  expect(sequences(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(sequences(2, 3)).toEqual([3, 4, 5])
  expect(sequences(4, 3)).toEqual([5, 6, 7])
  expect(sequences(9)).toEqual([])
})
