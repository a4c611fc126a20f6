import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { SearchStatus } from '../../contracts/envelopes.ts'

type Telling = Pick<DataSource, 'writes'>

/** How far a progress may be from what was meant: a fraction is rounded on its way to an integer. */
export function progressSlack({ writes }: Telling): number {
  return writes.progress === 'fraction' ? 1 : 0
}

/** Whether a data source tells any progress, so that a connector can pass it on. */
export function tellsProgress({ writes }: Telling): boolean {
  return writes.progress !== 'none'
}

/** Whether a connector's progress is the one at the data source, as exactly as that tells it. */
export function isProgress(source: Telling, seen: unknown, expected: number): boolean {
  if (!tellsProgress(source)) return true
  if (seen === expected) return true
  const slack = progressSlack(source)
  return slack > 0 && typeof seen === 'number' && Math.abs(seen - expected) <= slack
}

/**
 * Whether a connector's progress is one that a search with this status may show. One that has ended in another way than
 * COMPLETED has reached nothing that counts, so that any up to what the data source says will do.
 */
export function mayShow(
  source: Telling,
  status: SearchStatus,
  seen: unknown,
  reached: number,
): boolean {
  if (status === 'RUNNING' || status === 'COMPLETED') return isProgress(source, seen, reached)
  if (!tellsProgress(source)) return true
  const most = reached + progressSlack(source)
  return typeof seen === 'number' && Number.isInteger(seen) && seen >= 0 && seen <= most
}

/** `status RUNNING with progress 40`, or without the progress where the data source tells none. */
export function statusInWords(source: Telling, status: string, progress: number): string {
  const isExact = status === 'RUNNING' || status === 'COMPLETED' || progress === 0
  const reached = isExact ? `progress ${progress}` : `a progress of at most ${progress}`
  return tellsProgress(source) ? `status ${status} with ${reached}` : `status ${status}`
}
