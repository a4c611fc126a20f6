import { spawn } from 'node:child_process'

/** A loop that is blocked does not hear that its supervisor is gone; whoever waits for a line to end does. */
const SCRIPT = 'read -r word; [ "$word" = ended ] || kill -s KILL "$1"'

/** Sees to it that a process does not outlive this one, however that ends and whatever the process does. */
export class OrphanGuard {
  readonly #guard: ReturnType<typeof start> | undefined

  constructor(pid: number | undefined) {
    if (pid !== undefined && process.platform !== 'win32') this.#guard = start(pid)
  }

  /** The process has ended: its number may be another's. */
  ended(): void {
    this.#guard?.stdin.end('ended\n')
  }
}

function start(pid: number) {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(pid)], {
    cwd: '/',
    // Or Ctrl-C in the terminal would end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell there is no guard.
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  return guard
}
