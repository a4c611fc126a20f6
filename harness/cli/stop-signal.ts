import { once } from 'node:events'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Settles when the user, or the system, wants the process to end; from now on it does not end by itself. */
export async function stopSignal(): Promise<void> {
  await Promise.race(SIGNALS.map((signal) => once(process, signal)))
}
