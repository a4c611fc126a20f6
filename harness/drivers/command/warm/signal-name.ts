import { constants } from 'node:os'

const SIGNALS = Object.entries(constants.signals)

/** What Node calls a signal of this number. */
export function signalName(number: number): NodeJS.Signals | null {
  const found = SIGNALS.find(([, each]) => each === number)
  return (found?.[0] ?? null) as NodeJS.Signals | null
}
