import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { printable } from '../kit/printable.ts'
import { isProgress } from '../kit/progress.ts'
import type { ObservedCall } from './evidence.ts'

/**
 * Where the latest call is a `status` that did not pass on what the data source said: what came out as
 * what (LIFE-1, LIFE-2, LIFE-4). Empty otherwise.
 */
export function explainStatus(
  calls: readonly ObservedCall[],
  source: DataSource,
): readonly string[] {
  const answer = calls.at(-1)?.answer
  if (answer?.method !== 'status' || answer.reading.kind !== 'success') return []
  const response = answer.exchanges.at(-1)?.response
  const said = response && source.reads.status?.(response)
  if (said === undefined) return []
  const { status, progress } = answer.reading.envelope
  const isListed = source.states.some(({ word }) => word === said.word)
  return [
    ...(isMapped(said.word, status, source) ? [] : [cameOut('status', said.word, status)]),
    // What the progress of an unlisted status is worth, nobody knows.
    ...(!isListed || isPassedOn(source, progress, said.progress)
      ? []
      : [cameOut('progress', said.progress, progress)]),
  ]
}

/** An unlisted status may come out as RUNNING or ERROR (LIFE-2). */
function isMapped(said: string, given: unknown, { states }: DataSource): boolean {
  const means = states.find(({ word }) => word === said)?.means
  return means === undefined ? given === 'RUNNING' || given === 'ERROR' : given === means
}

function isPassedOn(source: DataSource, given: unknown, said: unknown): boolean {
  if (typeof said !== 'number') return said === given
  return isProgress(source, given, source.writes.progress === 'fraction' ? 100 * said : said)
}

function cameOut(what: string, said: unknown, given: unknown): string {
  const words = (value: unknown) =>
    typeof value === 'string' && /^[A-Z]+$/.test(value) ? value : printable(value, 40)
  return `${what} ${words(said)} came out as ${words(given)}`
}
