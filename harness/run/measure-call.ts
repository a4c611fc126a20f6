import type { Session } from '../kit/session.ts'

/** Of this many calls the quickest counts: a busy machine makes some of them slow. */
const MOST_CALLS = 3
/** One that takes longer than this altogether is slow, whatever further calls would say. */
const MOST_MILLISECONDS = 2_000

/** What a call of the connector costs beyond what the data source takes, in milliseconds. */
export async function measureCall({ connector }: Session): Promise<number> {
  const measured: number[] = []
  let spent = 0
  while (measured.length < MOST_CALLS && spent < MOST_MILLISECONDS) {
    const { milliseconds } = await connector.isAsync()
    measured.push(milliseconds)
    spent += milliseconds
  }
  return Math.min(...measured)
}
