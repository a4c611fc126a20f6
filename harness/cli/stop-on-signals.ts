const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** The exit code of a run that could not be completed. */
const INCOMPLETE = 3
/**
 * One Ctrl-C comes twice where npx is between: from the terminal and from npx. Within so many milliseconds it is
 * one and the same.
 */
const ONE_PRESS = 100

/** Aborts at the first signal that asks this process to end; the next one ends it at once. */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController()
  let stopped = 0
  const end = (name: string) => {
    if (!stop.signal.aborted) {
      stopped = performance.now()
      process.stderr.write(`${name}: stopping, to report what was found so far; again: at once\n`)
      stop.abort(`stopped by ${name}`)
    } else if (performance.now() - stopped > ONE_PRESS) process.exit(INCOMPLETE)
  }
  for (const name of SIGNALS) process.on(name, end)
  return stop.signal
}
