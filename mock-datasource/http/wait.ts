import { setTimeout } from 'node:timers/promises'

/** Ends after so many milliseconds, or with `gone`; leaves no timer behind when the client goes first. */
export async function wait(milliseconds: number, gone: Promise<void>): Promise<void> {
  const stop = new AbortController()
  const timer = setTimeout(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)
  await Promise.race([timer, gone])
  stop.abort()
}
