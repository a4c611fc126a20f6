import { expect, test } from 'vitest'
import { RecordingJournal } from '../../../mock-datasource/journal/journal.ts'
import { KnownSecrets } from '../../../mock-datasource/journal/known-secrets.ts'
import { abcSource } from '../../support/abc-source.ts'

function record(journal: RecordingJournal, body?: Buffer) {
  const recorded = journal.open({
    at: 0,
    method: 'GET',
    url: '/api/v1/ping',
    rawHeaders: [],
    connection: { number: 1, encrypted: false },
  })
  if (body) journal.received(recorded, body)
  journal.ended(recorded)
}

test('only the most recent exchanges are kept, in number', () => {
  const journal = new RecordingJournal(new KnownSecrets(abcSource.credentials))
  for (let n = 0; n < 70_000; n += 1) record(journal)
  const kept = journal.entries().map(({ sequence }) => sequence)
  expect(kept.length).toBeGreaterThan(10_000)
  expect(kept.length).toBeLessThanOrEqual(20_000)
  expect(kept).toEqual(Array.from(kept, (_, index) => 70_000 - kept.length + index + 1))
})

test('and in bytes', () => {
  const journal = new RecordingJournal(new KnownSecrets(abcSource.credentials))
  const body = Buffer.alloc(1_000_000)
  for (let n = 0; n < 100; n += 1) record(journal, body)
  const kept = journal.entries().map(({ sequence }) => sequence)
  expect(kept.length).toBeLessThan(40)
  expect(kept.at(-1)).toBe(100)
})
