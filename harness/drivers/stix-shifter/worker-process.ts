import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { DriverError } from '../../errors.ts'
import type { Outcome } from '../driver.ts'
import { OutputHead } from '../output-head.ts'
import { OutputTail } from '../output-tail.ts'
import { childEnvironment } from '../process/child-environment.ts'
import { type Patience, startDeadline } from '../process/deadline.ts'
import { killProcessGroup } from '../process/kill-process-group.ts'
import { FLOOD_KEPT, GRACE_MILLISECONDS, STDERR_LIMIT, STDOUT_LIMIT } from '../process/limits.ts'
import { tookTooMuch, watchMemory } from '../process/memory-watch.ts'
import type { ProcessGuard } from '../process/process-guard.ts'
import type { ProcessMarks } from '../process/process-marks.ts'
import { Lines } from './lines.ts'
import { MarkedOutput } from './marked-output.ts'
import { type Asked, Reply, type Request } from './messages.ts'

const WORKER = fileURLToPath(new URL('./worker.py', import.meta.url))
/** In bytes. Six for each character that a reply may have, which is what an escape takes. */
const LONGEST_REPLY = 6 * 33 * 1024 * 1024

type Ending =
  | { readonly kind: 'ended'; readonly exitCode: number | null; readonly signal: string | null }
  | Extract<Outcome, { kind: 'timed-out' | 'too-much-output' | 'crashed' }>

/** How a request came out: with a reply, or with the end of the process. */
export type Exchange = (Ending | { readonly kind: 'replied'; readonly reply: Reply }) & {
  /** From sending to the reply. */
  readonly milliseconds: number
  readonly stdout: string
  readonly stderr: string
}

/** What keeps a worker within its bounds. */
export interface Keepers {
  readonly guard: ProcessGuard
  readonly marks: ProcessMarks
  /** How much memory it may take. */
  readonly memoryBytes: number
}

/** A Python process that serves one request after the other, in a process group of its own. */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly #protocol: Duplex
  readonly #finished: () => void
  readonly #stdout = new MarkedOutput(() => new OutputHead(STDOUT_LIMIT))
  readonly #stderr = new MarkedOutput(() => new OutputTail(STDERR_LIMIT))
  readonly #lines = new Lines(LONGEST_REPLY)
  readonly #ended = Promise.withResolvers<Ending>()
  #reply = Promise.withResolvers<Reply>()
  #sequence = 0
  #why: Ending | undefined
  #isOver = false
  #grace: NodeJS.Timeout | undefined

  /** @throws what the operating system says where it does not start. */
  static async start(python: string, cwd: string, keepers: Keepers): Promise<WorkerProcess> {
    const { mark, variables } = keepers.marks.begin()
    const child = spawn(python, [WORKER], {
      cwd,
      env: childEnvironment(process.env, variables),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    return new WorkerProcess(child, keepers, mark)
  }

  private constructor(child: ChildProcess, keepers: Keepers, mark: string) {
    const { guard, marks, memoryBytes } = keepers
    this.#child = child
    this.#protocol = child.stdio[3] as Duplex // a socket, since it was asked for as a pipe
    guard.watch(this.#pid)
    const endWatch = watchMemory(this.#pid, memoryBytes, (bytes) => {
      const why = tookTooMuch(bytes, memoryBytes)
      this.#stop({ kind: 'crashed', exitCode: null, signal: 'SIGKILL', why })
    })
    this.#finished = () => {
      endWatch()
      guard.release(this.#pid)
      marks.end(mark)
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#stdout.push(chunk)
      if (this.#stdout.isFull) this.#stop({ kind: 'too-much-output', bytes: STDOUT_LIMIT })
    })
    child.stderr?.on('data', (chunk: Buffer) => this.#stderr.push(chunk))
    this.#protocol.on('data', (chunk: Buffer) => this.#received(chunk))
    this.#protocol.on('error', () => {}) // the process is gone; its end says more
    child.on('error', () => {}) // a signal that did not reach it; the deadline stands
    child.once('exit', () => {
      killProcessGroup(this.#pid) // what it has left behind
      this.#grace = setTimeout(() => this.#finish(), GRACE_MILLISECONDS)
    })
    child.once('close', () => this.#finish())
  }

  /** Whether it can be asked. */
  get isAlive(): boolean {
    const { exitCode, signalCode } = this.#child
    return this.#why === undefined && exitCode === null && signalCode === null
  }

  /**
   * Sends a request and waits for its reply, for the end of the process, or until the deadline has passed,
   * which ends the process.
   *
   * @throws DriverError where the worker says what no worker says.
   */
  async ask(asked: Asked, patience: Patience): Promise<Exchange> {
    const started = performance.now()
    this.#sequence += 1
    const mark = randomBytes(16).toString('hex')
    const request: Request = { ...asked, sequence: this.#sequence, mark }
    this.#reply = Promise.withResolvers()
    const output = Promise.all([this.#stdout.until(mark), this.#stderr.until(mark)])
    this.#protocol.write(`${JSON.stringify(request)}\n`)
    const endDeadline = startDeadline(patience, () =>
      this.#stop({ kind: 'timed-out', afterMilliseconds: patience.deadlineMilliseconds }),
    )
    try {
      const replied = Promise.all([this.#reply.promise, output])
      const end = await Promise.race([replied, this.#ended.promise])
      const milliseconds = Math.round(performance.now() - started)
      if (!Array.isArray(end)) return { ...end, ...this.#rest(end), milliseconds }
      const [reply, [stdout, stderr]] = end
      return { kind: 'replied', reply, stdout, stderr, milliseconds }
    } catch (error) {
      this.#stop({ kind: 'ended', exitCode: null, signal: null })
      throw error
    } finally {
      endDeadline()
    }
  }

  /** Ends the process and all of its group. */
  async end(): Promise<void> {
    this.#stop({ kind: 'ended', exitCode: null, signal: 'SIGKILL' })
    await this.#ended.promise
  }

  get #pid(): number {
    return this.#child.pid as number // it has been spawned
  }

  #rest({ kind }: Ending) {
    const kept = kind === 'too-much-output' ? FLOOD_KEPT : undefined
    return { stdout: this.#stdout.rest(kept), stderr: this.#stderr.rest() }
  }

  #received(chunk: Buffer): void {
    for (const line of this.#lines.push(chunk)) this.#settle(line)
    if (this.#lines.isTooLong) this.#stop({ kind: 'too-much-output', bytes: LONGEST_REPLY })
  }

  #settle(line: string): void {
    const reply = this.#understood(line)
    if (typeof reply === 'string') this.#reply.reject(misunderstood(reply))
    else this.#reply.resolve(reply)
  }

  /** The reply that a line holds, or why it is none. */
  #understood(line: string): Reply | string {
    const reply = replyIn(line)
    if (typeof reply === 'string') return reply
    if (reply.kind === 'fault') return reply.message
    if (reply.sequence === this.#sequence) return reply
    return `a reply has the number ${reply.sequence} instead of ${this.#sequence}`
  }

  #stop(why: Ending): void {
    this.#why ??= why
    killProcessGroup(this.#pid)
  }

  #finish(): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#grace)
    this.#finished()
    // Held open by a process that left the group, they would keep this process alive too.
    for (const stream of this.#child.stdio) stream?.destroy()
    const { exitCode, signalCode } = this.#child
    this.#ended.resolve(this.#why ?? { kind: 'ended', exitCode, signal: signalCode })
  }
}

function replyIn(line: string): Reply | string {
  try {
    const reply = Reply.safeParse(JSON.parse(line))
    return reply.success ? reply.data : `a reply has another form: ${z.prettifyError(reply.error)}`
  } catch {
    return 'a reply is not JSON'
  }
}

function misunderstood(what: string): DriverError {
  return new DriverError(
    `the worker of the stix-shifter driver is not understood: ${what.replaceAll('\n', ' ')}`,
    {
      hint: 'This is a defect of connector-contract, or something in the connector writes to descriptors that are not its own: please report it.',
    },
  )
}
