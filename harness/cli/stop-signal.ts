import { isSupervised } from './supervisor/line.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Settles when the user, or the system, wants the process to end; until then it does not end by that. The next signal
 * ends it, or has its supervisor end it: that passes on what the whole group may have got, so that each can come twice.
 */
export function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = () => {
    if (!isSupervised()) for (const name of SIGNALS) process.off(name, stop)
    resolve()
  }
  for (const name of SIGNALS) process.on(name, stop)
  return promise
}
