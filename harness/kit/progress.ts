import type { DataSource } from '../../contracts/data-source/data-source.ts'

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

/** `status RUNNING with progress 40`, or without the progress where the data source tells none. */
export function statusInWords(source: Telling, status: string, progress: number): string {
  return tellsProgress(source) ? `status ${status} with progress ${progress}` : `status ${status}`
}
