import { ABC_STATUSES, type AbcStatus } from '../../contracts/abc-security-monitor/api.ts'
import { isObject } from '../kit/answer.ts'
import { printable } from '../kit/printable.ts'
import type { ObservedCall } from './evidence.ts'

const RUNNING: readonly unknown[] = ['WAIT', 'EXECUTE', 'SORTING'] satisfies AbcStatus[]

/**
 * Where the latest call is a `status` that did not pass on what the data source said: what came out as
 * what (LIFE-1, LIFE-2, LIFE-4). Empty otherwise.
 */
export function explainStatus(calls: readonly ObservedCall[]): readonly string[] {
  const answer = calls.at(-1)?.answer
  if (answer?.method !== 'status' || answer.reading.kind !== 'success') return []
  const said = bodyOf(answer.exchanges.at(-1)?.response?.body)
  const { status, progress } = answer.reading.envelope
  if (typeof said?.['status'] !== 'string') return []
  const isListed = (ABC_STATUSES as readonly unknown[]).includes(said['status'])
  return [
    ...(isMapped(said['status'], status) ? [] : [cameOut('status', said['status'], status)]),
    // What the progress of an unlisted status is worth, nobody knows.
    ...(!isListed || said['progress'] === progress
      ? []
      : [cameOut('progress', said['progress'], progress)]),
  ]
}

/** An unlisted status may come out as RUNNING or ERROR (LIFE-2). */
function isMapped(said: unknown, given: unknown): boolean {
  if (RUNNING.includes(said)) return given === 'RUNNING'
  if ((ABC_STATUSES as readonly unknown[]).includes(said)) return given === said
  return given === 'RUNNING' || given === 'ERROR'
}

function cameOut(what: string, said: unknown, given: unknown): string {
  const words = (value: unknown) =>
    typeof value === 'string' && /^[A-Z]+$/.test(value) ? value : printable(value, 40)
  return `${what} ${words(said)} came out as ${words(given)}`
}

function bodyOf(body: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '')
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
