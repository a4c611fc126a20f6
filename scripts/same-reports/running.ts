import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { NotComparable } from './not-comparable.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a program left behind when it ended. */
interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The programs that run. Whatever asks this process to end ends them, so that nobody uses what is to be removed. */
export class Running {
  readonly #children = new Set<ChildProcess>()
  #stopped: string | undefined

  constructor() {
    for (const name of SIGNALS) {
      process.on(name, () => {
        this.#stopped = name
        this.#kill()
      })
    }
  }

  /** @throws NotComparable where this process is asked to end meanwhile */
  async run(words: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
    if (this.#stopped === undefined) {
      const ended = await this.#ended(words, options)
      if (this.#stopped === undefined) return ended
    }
    throw new NotComparable(`stopped by ${this.#stopped}`)
  }

  /** Settles when all have ended. */
  async end(): Promise<void> {
    this.#kill()
    await Promise.all([...this.#children].map((child) => once(child, 'close')))
  }

  async #ended(
    words: readonly string[],
    options: { cwd: string; env: NodeJS.ProcessEnv },
  ): Promise<Ended> {
    const child = spawn(process.execPath, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#children.add(child)
    child.once('close', () => this.#children.delete(child))
    const closed = once(child, 'close')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [exitCode] = await closed
    return { exitCode, stdout, stderr }
  }

  #kill(): void {
    for (const child of this.#children) child.kill('SIGTERM')
  }
}
