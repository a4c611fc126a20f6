import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Remembers the groups that live, told line by line; kills those that are left when the lines end. */
const SCRIPT = `
live=' '
while read -r sign pid; do
  case $sign in
    +) live="$live$pid " ;;
    -) live="\${live%% $pid *} \${live#* $pid }" ;;
  esac
done
for pid in $live; do kill -s KILL -- "-$pid"; done
`

/**
 * Sees to it that no process group outlives this process or thread, however that ends. An exit handler
 * would not do: none runs in a worker thread that is terminated, nor in a process that is killed. The
 * guard is a small process that outlives this one, and learns of its end when their pipe closes.
 */
export class ProcessGuard {
  #process: ChildProcess | undefined

  watch(pid: number): void {
    if (process.platform === 'win32') return
    this.#process ??= start()
    this.#tell(`+ ${pid}\n`)
  }

  release(pid: number): void {
    this.#tell(`- ${pid}\n`)
  }

  /** Kills every group that is still watched, and ends the guard. */
  async close(): Promise<void> {
    const guard = this.#process
    this.#process = undefined
    if (guard === undefined || guard.pid === undefined) return
    const ended = guard.exitCode === null && guard.signalCode === null ? once(guard, 'exit') : null
    guard.ref() // or this process could end before the guard has done its work
    guard.stdin?.end()
    await ended
  }

  #tell(line: string): void {
    this.#process?.stdin?.write(line)
  }
}

function start(): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', SCRIPT], {
    cwd: '/',
    detached: true, // or Ctrl-C in the terminal would end the guard together with what it guards
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell there is no guard; calls work all the same.
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return guard
}
