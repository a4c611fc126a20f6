import { describe, expect, it } from 'vitest'
import { searchNames } from '../../../../harness/report/words/search-names.ts'
import type { Snapshot } from '../../../../mock-datasource/index.ts'

const UUID = '0b8f7a52-6a0c-4c3e-9d3f-2f1f4d1f2a3b'

function namesFor(...known: readonly string[]) {
  const searches = known.map((id) => ({ id }))
  return searchNames({ snapshot: { searches } as unknown as Snapshot, transcript: [] })
}

describe('the short names of searches', () => {
  it('stand for long ids of any form that the data source has given', () => {
    const { rename, ids } = namesFor(UUID, '1700000000.4711')
    expect([...ids]).toEqual([
      [UUID, 'S1'],
      ['1700000000.4711', 'S2'],
    ])
    expect(rename(`GET /jobs/1700000000.4711 and ${UUID}`)).toBe('GET /jobs/S2 and S1')
  })

  it('leave short ids, and those whose form is what matters', () => {
    const { rename } = namesFor('4711', 'a/b?c=d&an awkward id')
    expect(rename('GET /jobs/4711, a/b?c=d&an awkward id')).toBe(
      'GET /jobs/4711, a/b?c=d&an awkward id',
    )
  })

  it('tell an id from one that begins with it', () => {
    const { rename } = namesFor('scheduler-123', 'scheduler-1234')
    expect(rename('scheduler-1234 scheduler-123')).toBe('S2 S1')
  })
})
