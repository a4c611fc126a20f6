import { failuresKeptIn } from './doc-folder.ts'
import type { DocShell, Done } from './doc-shell.ts'
import { BEFORE, EXIT_CODES, LONG_RUNNING, NOBODY_TALKS_TO } from './exceptions.ts'

/** What brings back a failure by its id. */
const OF_A_FAILURE = /(replay|reproduce) ([0-9a-f]{8})\b/

/** A command as it was run, and what came of it. */
export interface Ran extends Done {
  readonly command: string
  /** Which it ought to be. */
  readonly expected: number
}

/** Someone who follows a page: pastes its commands, and puts in what they find on their own machine. */
export class Reader {
  readonly #shell: DocShell
  readonly #folder: string
  /** The ports that the page names, and those that were free here. */
  readonly #ports = new Map<string, string>()
  readonly #running: { readonly command: string; stop(): Promise<Done> }[] = []

  constructor(shell: DocShell, folder: string) {
    this.#shell = shell
    this.#folder = folder
  }

  async follow(command: string): Promise<Ran> {
    for (const [words, before] of BEFORE) {
      if (words.test(command)) await this.#shell.run(before)
    }
    if (OF_A_FAILURE.test(command) && failuresKeptIn(this.#folder).length === 0) {
      await this.#shell.run('npx connector-contract verify ./my-connector.ts --only PAGE-3')
    }
    const here = this.#asHere(command)
    const [, ready] = LONG_RUNNING.find(([words]) => words.test(command)) ?? []
    if (ready === undefined) {
      const [, expected = 0] = EXIT_CODES.find(([words]) => words.test(command)) ?? []
      return { command: here, expected, ...(await this.#shell.run(here)) }
    }
    const { printed, stop } = await this.#shell.start(here, ready)
    this.#running.push({ command: here, stop })
    // It would go on about what the commands behind it change.
    const [ended] = NOBODY_TALKS_TO.test(command) ? await this.#stop(1) : []
    if (ended !== undefined) return ended
    await this.#note(command, printed)
    return { command: here, expected: 0, exitCode: 0, printed }
  }

  /** Stops what still runs, the last first. */
  stopAll(): Promise<readonly Ran[]> {
    return this.#stop(this.#running.length)
  }

  /** Stops so many of those that run, the last first. */
  async #stop(count: number): Promise<readonly Ran[]> {
    const ended: Ran[] = []
    for (const { command, stop } of this.#running.splice(-count, count).reverse()) {
      const [, expected = 0] = STOPPED.find(([words]) => words.test(command)) ?? []
      ended.push({ command, expected, ...(await stop()) })
    }
    return ended
  }

  /** A server takes any port that is free; an id is that of a failure which is there. */
  #asHere(command: string): string {
    const kept = failuresKeptIn(this.#folder)
    const withIds = command.replace(OF_A_FAILURE, (words, what, id) =>
      kept.includes(id) ? words : `${what} ${kept[0]}`,
    )
    if (/connector-contract mock/.test(command)) {
      return withIds.replace(/ --port \d+/, '').replace('connector-contract mock', '$& --port 0')
    }
    return withIds.replaceAll(/\b\d{4}\b/g, (port) => this.#ports.get(port) ?? port)
  }

  /** What a server prints is pasted, as the page has one do. */
  async #note(command: string, printed: string): Promise<void> {
    const [, port = printed.trim()] = /listening on https?:\/\/[^:]+:(\d+)/.exec(printed) ?? []
    const [, named = /--http\b/.test(command) ? '8080' : '8443'] =
      /--port (\d+)/.exec(command) ?? []
    if (/ mock/.test(command)) this.#ports.set(named, port)
    if (/host\.py/.test(command)) await this.#shell.run(`port=${port}`)
    for (const line of printed.match(/^(?:connection|configuration)='.*'$/gm) ?? []) {
      await this.#shell.run(line)
    }
  }
}

/** How what is stopped ends, where that is not with 0. A watched connector ends as its last round did. */
const STOPPED: readonly (readonly [RegExp, number])[] = [
  [/ --watch/, 1],
  [/ --inspect-brk/, 3],
  [/curl|host\.py/, 143],
]
