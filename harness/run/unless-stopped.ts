import { StoppedError } from '../errors.ts'

/**
 * Waits for something only until the run is stopped.
 *
 * @throws StoppedError where it is, with what has stopped it.
 */
export async function unlessStopped<Value>(
  wanted: Promise<Value>,
  stop: AbortSignal | undefined,
): Promise<Value> {
  if (stop === undefined) return wanted
  const { promise, reject } = Promise.withResolvers<never>()
  const end = () => reject(new StoppedError(String(stop.reason)))
  if (stop.aborted) end()
  stop.addEventListener('abort', end, { once: true })
  // What nobody waits for any more may fail as it likes.
  wanted.catch(() => undefined)
  try {
    return await Promise.race([wanted, promise])
  } finally {
    stop.removeEventListener('abort', end)
  }
}
