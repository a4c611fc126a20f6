import type { Waiver } from '../../contracts/waiver.ts'

/** A waiver of all of PAGE-1 that counts for long. */
export function madeWaiver(change: Partial<Waiver> = {}): Waiver {
  return {
    clause: 'PAGE-1',
    reason: 'the data source pages so',
    issue: 'https://issues.example/17',
    owner: 'team-abc',
    expires: '2099-12-31',
    ...change,
  }
}
