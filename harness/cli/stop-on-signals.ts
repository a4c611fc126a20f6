const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborts at the first signal that asks this process to end. Its supervisor passes on what the whole group may have
 * got, so that each can come twice, and ends this process at once where somebody asks a second time.
 */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController()
  const end = (name: string) => {
    if (stop.signal.aborted) return
    process.stderr.write(`${name}: stopping, to report what was found so far; again: at once\n`)
    stop.abort(`stopped by ${name}`)
  }
  for (const name of SIGNALS) process.on(name, end)
  return stop.signal
}
