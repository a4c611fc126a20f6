import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { vi } from 'vitest'
import { watchingVariables } from '../../support/conformance/watched-processes.ts'

/** What a reader has: the commands that the pages take for granted. `curl` fails where the server refuses. */
const PRELUDE = `
npx() { local program=$1; shift; "./node_modules/.bin/$program" "$@"; }
curl() { command curl --silent --show-error --fail-with-body "$@"; }
set -m
mkfifo .nobody-types && exec 9<>.nobody-types
`
const LIMIT = { timeout: 60_000, interval: 20 }

export interface Done {
  readonly exitCode: number
  readonly printed: string
}

/** A terminal into which the commands of a page are pasted, one after the other: variables stay. */
export class DocShell {
  readonly #folder: string
  readonly #bash: ChildProcess
  #commands = 0
  #printed = ''

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder
    const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`
    this.#bash = spawn('bash', ['--norc', '--noprofile'], {
      cwd: folder,
      env: { ...watchingVariables(), ...env, PATH: path, HOME: folder },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    for (const stream of [this.#bash.stdout, this.#bash.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        this.#printed += text
      })
    }
    this.#bash.stdin?.write(PRELUDE)
  }

  /** Runs a command to its end. */
  async run(command: string): Promise<Done> {
    this.#commands += 1
    const mark = `:: command ${this.#commands} ends with `
    this.#printed = ''
    // Its standard input is no terminal of ours: it would read the commands that follow.
    this.#bash.stdin?.write(`{ ${command}\n} </dev/null\necho "${mark}$?"\n`)
    const end = new RegExp(`${mark}(\\d+)`)
    const [, exitCode] = await vi.waitUntil(() => end.exec(this.#printed), LIMIT)
    return { exitCode: Number(exitCode), printed: this.#printed.replace(end, '') }
  }

  /** Starts a command that runs until it is stopped, and waits until it has printed this. */
  async start(
    command: string,
    ready: RegExp,
  ): Promise<{ readonly printed: string; stop(): Promise<Done> }> {
    // The shell around it waits for it to end, and ends with its exit code.
    const file = join(this.#folder, `.started-${this.#commands + 1}`)
    const { printed: words } = await this.run(
      `{ trap : TERM\n${command}\n} <&9 >${file} 2>&1 &\necho "job $!"`,
    )
    const [, pid] = /job (\d+)/.exec(words) ?? []
    const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
    await vi
      .waitUntil(() => ready.test(read()), LIMIT)
      .catch(() => {
        throw new Error(`${command}\nis not ready, and has printed\n${read()}`)
      })
    return {
      printed: read(),
      stop: async () => {
        const { exitCode } = await this.run(`kill -TERM -- -${pid}; wait ${pid}`)
        return { exitCode, printed: read() }
      },
    }
  }

  /** Ends the terminal, as closing its window would. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#bash.once('close', resolve))
    this.#bash.stdin?.end('for job in $(jobs -p); do kill -KILL -- -$job; done; exit\n')
    await ended
  }
}
