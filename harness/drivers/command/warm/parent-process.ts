import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { killProcessGroup } from '../../process/kill-process-group.ts'
import { type CallStreams, StreamsServer } from './call-streams.ts'
import type { PythonCommand } from './python-command.ts'
import { signalName } from './signal-name.ts'
import { WarmChild } from './warm-child.ts'

const SCRIPT = fileURLToPath(new URL('./parent/__main__.py', import.meta.url))
const CONTROL = 3
/** To fork takes some milliseconds, on a busy machine perhaps a second. */
const LATE_MILLISECONDS = 15_000

/** Why no process came of a call: `unfit` is for good. */
export type Refused = { readonly refused: string; readonly isForGood: boolean }
/** It is not known whether a process came of a call, or what became of it. */
export const LOST = 'lost'

interface StartedCall {
  readonly settle: (said: { readonly pid: number } | Refused | typeof LOST) => void
  child: WarmChild | undefined
  /** It may end before its streams have come. */
  ended:
    | { readonly exitCode: number | null; readonly signalCode: NodeJS.Signals | null }
    | undefined
}

/** One warm parent: told over its fourth descriptor, which no process that it forks has. */
export class ParentProcess {
  readonly #process: ChildProcess
  readonly #control: Socket
  readonly #server: StreamsServer
  readonly #calls = new Map<string, StartedCall>()
  readonly #command: PythonCommand
  #answer: ((line: string) => void) | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #count = 0
  #said = ''
  #isOver = false
  readonly #gone = Promise.withResolvers<typeof LOST>()

  private constructor(process: ChildProcess, server: StreamsServer, command: PythonCommand) {
    this.#process = process
    this.#server = server
    this.#command = command
    this.#control = process.stdio[CONTROL] as Socket
    this.#control.on('error', () => {})
    this.#control.on('data', (chunk: Buffer) => this.#hear(chunk.toString()))
    process.once('exit', () => this.#over())
    this.#control.once('close', () => this.#over())
  }

  /** Undefined where it cannot be started. */
  static async start(
    command: PythonCommand,
    cwd: string,
    env: NodeJS.ProcessEnv,
  ): Promise<ParentProcess | undefined> {
    const server = await StreamsServer.open()
    if (server === undefined) return undefined
    try {
      const { program, flags, kind, name, rest } = command
      const process = spawn(program, [...flags, SCRIPT, kind, name, ...rest], {
        ...{ cwd, env, detached: true },
        // Python looks at its streams when it starts: they are to be of the kind that calls have.
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      })
      for (const stream of [process.stdout, process.stderr] as (Socket | null)[]) {
        stream
          ?.on('error', () => {})
          .resume()
          .unref()
      }
      if (process.pid === undefined) await once(process, 'spawn') // rejects with the reason
      process.on('error', () => {})
      process.unref()
      const parent = new ParentProcess(process, server, command)
      parent.#control.unref()
      return parent
    } catch {
      server.close()
      return undefined
    }
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  onEnd(ended: () => void): void {
    void this.#gone.promise.then(ended)
  }

  /** @returns why no call can be warm after these imports, or undefined. */
  async runImports(names: readonly string[], milliseconds: number): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string>()
    this.#answer = resolve
    this.#control.ref()
    this.#tell(['import', ...names])
    const late = setTimeout(() => resolve('unfit its imports take too long'), milliseconds)
    const line = this.#isOver ? ENDED : await promise
    clearTimeout(late)
    this.#answer = undefined
    this.#rest()
    return line === 'ready' ? undefined : line.replace(/^unfit /, '')
  }

  /** Forks a process for a call; one after the other, so that none finds in its memory what another is told. */
  async fork(
    words: readonly string[],
    mark: string,
    learns = false,
  ): Promise<{ readonly child: WarmChild; readonly streams: CallStreams } | Refused | typeof LOST> {
    const turn = this.#turn.then(() => this.#fork(words, mark, learns))
    this.#turn = turn
    return await turn
  }

  async #fork(words: readonly string[], mark: string, learns: boolean) {
    if (this.#isOver) return { refused: ENDED, isForGood: false } as const
    const kinds = learns ? (['out', 'err', 'learned'] as const) : (['out', 'err'] as const)
    const streams = this.#server.expect(kinds)
    this.#count += 1
    const id = String(this.#count)
    const { promise, resolve } = Promise.withResolvers<
      { readonly pid: number } | Refused | typeof LOST
    >()
    const call: StartedCall = { settle: resolve, child: undefined, ended: undefined }
    this.#calls.set(id, call)
    this.#control.ref()
    this.#tell(this.#fieldsOf(id, words, { mark, learns, secret: streams.secret }))
    // One that is stopped, by a call of it say, never answers: without it, calls are new processes.
    const late = setTimeout(() => this.close(), LATE_MILLISECONDS)
    const said = await promise
    clearTimeout(late)
    if (said === LOST || 'refused' in said) {
      this.#forget(id)
      streams.drop()
      return said
    }
    const taken = await Promise.race([
      Promise.all([streams.take('out'), streams.take('err')]),
      this.#gone.promise,
    ])
    if (taken === LOST) return LOST
    const child = new WarmChild(said.pid, ...taken)
    call.child = child
    if (call.ended !== undefined) {
      const { exitCode, signalCode } = call.ended
      this.#forget(id)
      queueMicrotask(() => child.end(exitCode, signalCode))
    }
    return { child, streams }
  }

  #fieldsOf(
    id: string,
    words: readonly string[],
    how: { readonly mark: string; readonly learns: boolean; readonly secret: string },
  ): readonly string[] {
    const { program, flags, kind, name, rest } = this.#command
    const before = [program, ...flags, ...(kind === 'module' ? ['-m'] : [])]
    return [
      ...[how.learns ? 'learn' : 'call', id, this.#server.path, how.secret, how.mark, kind, name],
      ...[String(before.length), ...before, ...rest, ...words],
    ]
  }

  #forget(id: string): void {
    this.#calls.delete(id)
    this.#rest()
  }

  /** A parent that nobody waits for keeps no process alive. */
  #rest(): void {
    if (this.#calls.size === 0 && this.#answer === undefined) this.#control.unref()
  }

  #tell(fields: readonly string[]): void {
    const bytes = Buffer.from(fields.join('\0'))
    this.#control.write(`${bytes.length}\n`)
    this.#control.write(bytes)
  }

  #hear(text: string): void {
    const lines = (this.#said + text).split('\n')
    this.#said = lines.pop() ?? ''
    for (const line of lines) this.#heard(line)
  }

  #heard(line: string): void {
    const [sort, id = '', first = '', second = ''] = line.split(' ')
    const call = this.#calls.get(id)
    if (sort === 'ready' || sort === 'unfit') this.#answer?.(line)
    else if (sort === 'forked') call?.settle({ pid: Number(first) })
    else if (sort === 'refused') call?.settle(refusalOf(line.split(' ').slice(2).join(' ')))
    else if (sort === 'ended' && call !== undefined) this.#ended(id, call, first, second)
  }

  #ended(id: string, call: StartedCall, code: string, signal: string): void {
    const exitCode = code === '-' ? null : Number(code)
    const signalCode = signal === '-' ? null : signalName(Number(signal))
    if (call.child === undefined) call.ended = { exitCode, signalCode }
    else {
      this.#forget(id)
      call.child.end(exitCode, signalCode)
    }
  }

  #over(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#gone.resolve(LOST)
    this.#answer?.(ENDED)
    for (const { settle, child } of this.#calls.values()) {
      settle(LOST)
      child?.lose()
    }
    this.#calls.clear()
    this.#server.close()
  }

  close(): void {
    this.#control.destroy()
    killProcessGroup(this.pid)
    this.#over()
  }
}

const ENDED = 'the process that was to fork them has ended'

function refusalOf(reason: string): Refused {
  const changed = /^changed (.*)$/.exec(reason)?.[1]
  if (changed !== undefined) return { refused: `${changed} has changed`, isForGood: true }
  const unfit = /^unfit (.*)$/.exec(reason)?.[1]
  return unfit === undefined
    ? { refused: reason, isForGood: false }
    : { refused: unfit, isForGood: true }
}
