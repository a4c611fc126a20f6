import type { ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { TargetError } from '../../../errors.ts'
import type { Call, Outcome } from '../../driver.ts'
import { OutputTail } from '../../output-tail.ts'
import { killProcessGroup } from '../../process/kill-process-group.ts'
import { GRACE_MILLISECONDS, LONGEST_TIMER } from '../../process/limits.ts'
import { tookTooMuch, watchMemory } from '../../process/memory-watch.ts'
import { CallsUnderWay, type HostResult, type Pending } from './calls-under-way.ts'
import { type Frame, Frames, frameBytes } from './frames.ts'
import { crashedBy, endWords, lastErrorIn } from './host-end.ts'
import type { HostSettings } from './host-settings.ts'
import { CUT_OFF, Reply, type Request } from './messages.ts'
import { outcomeIn } from './outcome-in.ts'
import { spawnHost } from './spawn-host.ts'
import { fromWire, toWire } from './wire-value.ts'

/** In bytes: what the longest answer and as much output take, written as JSON. */
const LONGEST_REPLY = 6 * 33 * 1024 * 1024
/** In bytes, of what is written past Node's own streams: its end says why a process ended. */
const OUTPUT_KEPT = 64 * 1024
const CLOSED = 'it closed the descriptor that it answers on'
/** In milliseconds. A process whose loop turns hears by then that a call is given up. */
const LOOP_TURNS = 1_000

/** A process that holds a connector module and serves its calls, several at once, in a process group of its own. */
export class HostProcess {
  readonly #child: ChildProcess
  readonly #pipe: Duplex
  readonly #settings: HostSettings
  readonly #frames = new Frames(LONGEST_REPLY)
  readonly #output = new OutputTail(OUTPUT_KEPT)
  readonly #calls = new CallsUnderWay()
  readonly #ready = Promise.withResolvers<unknown>()
  readonly #ended = Promise.withResolvers<void>()
  readonly #endWatch: () => void
  #isClean = true
  #isReady = false
  /** Why this side has ended it. */
  #why: string | undefined
  #hung: Pending | undefined

  /**
   * Starts a process and loads the module in it.
   * @throws TargetError where that does not come to its end.
   */
  static async start(settings: HostSettings): Promise<HostProcess> {
    const { mark, variables } = settings.marks.begin()
    const child = await spawnHost(settings, variables)
    const host = new HostProcess(child, settings)
    void host.gone.then(() => settings.marks.end(mark))
    await host.#loaded()
    return host
  }

  private constructor(child: ChildProcess, settings: HostSettings) {
    this.#child = child
    this.#settings = settings
    this.#pipe = child.stdio[3] as Duplex // a socket, since it was asked for as a pipe
    settings.guard.watch(this.#pid)
    this.#endWatch = watchMemory(this.#pid, settings.memoryBytes, (bytes) => {
      this.#stop(tookTooMuch(bytes, settings.memoryBytes))
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.#wrote(chunk))
    }
    this.#pipe.on('data', (chunk: Buffer) => this.#received(chunk))
    this.#pipe.on('error', () => {}) // the process is gone; its end says more
    this.#pipe.on('close', () => this.#isCutOff())
    child.on('error', () => {}) // a signal that did not reach it; the deadline stands
    child.once('exit', () => {
      killProcessGroup(this.#pid) // what it has left behind
      const grace = setTimeout(() => this.#finish(), GRACE_MILLISECONDS)
      child.once('close', () => {
        clearTimeout(grace)
        this.#finish()
      })
    })
  }

  /** What the module exports as `declarations`. */
  get declarations(): Promise<unknown> {
    return this.#ready.promise
  }

  /** Whether it can be given calls: it lives, and nothing of what calls share in it has been changed. */
  get isFit(): boolean {
    return (
      this.#why === undefined &&
      this.#isClean &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    )
  }

  /** Kept once it has ended. */
  get gone(): Promise<void> {
    return this.#ended.promise
  }

  /** Makes a call. Whatever becomes of the process is an outcome. */
  call(call: Call): Promise<HostResult> {
    const { connection, configuration, arguments: args, method, environment = {} } = call
    const { deadlineMilliseconds } = call
    const isTimed = this.#settings.inspect === undefined
    const patience = isTimed ? call : { deadlineMilliseconds: LONGEST_TIMER }
    const { id, outcome } = this.#calls.begin(call, patience, (pending) =>
      this.#giveUp(id, pending),
    )
    const { form, text } = toWire({ connection, configuration, arguments: args })
    const request = { kind: 'call', id, method, environment, deadlineMilliseconds, form } as const
    this.#ask(request, text)
    return outcome
  }

  /** Ends it once no call is under way. */
  retire(): void {
    this.#isClean = false
    if (this.#calls.size === 0) void this.end()
  }

  /** Ends the process and all of its group. */
  async end(): Promise<void> {
    this.#stop('the run is over')
    await this.#ended.promise
  }

  get #pid(): number {
    return this.#child.pid as number // it has been spawned
  }

  async #loaded(): Promise<void> {
    const { specifier, loadMilliseconds, inspect } = this.#settings
    const timer = setTimeout(
      () => this.#stop(`it is not loaded within ${loadMilliseconds / 1_000} s`),
      inspect === undefined ? loadMilliseconds : LONGEST_TIMER,
    )
    try {
      await this.#ready.promise
      this.#isReady = true
    } catch (error) {
      const why = endWords(this.#child, this.#why)
      await this.end()
      if (error instanceof TargetError) throw error
      throw new TargetError(`The module "${specifier}" cannot be loaded: ${why}.`, {
        hint:
          lastErrorIn(this.#output.text()) ||
          'A connector module must load by itself, without a data source, and leave its process alone.',
      })
    } finally {
      clearTimeout(timer)
    }
  }

  #received(chunk: Buffer): void {
    try {
      for (const frame of this.#frames.push(chunk)) this.#heard(frame)
    } catch {
      this.#stop('it wrote what is no answer to the descriptor that it answers on')
    }
  }

  #heard({ header, body }: Frame): void {
    const reply = Reply.parse(header)
    switch (reply.kind) {
      case 'ready':
        this.#ready.resolve(fromWire({ form: reply.form, text: body }))
        break
      case 'refused': {
        const { message, hint } = reply
        this.#ready.reject(new TargetError(message, hint === undefined ? {} : { hint }))
        break
      }
      case 'late':
        this.#settings.did(`after ${reply.method} had answered: ${reply.deed}`)
        break
      case 'came-out':
        this.#cameOut(reply, body)
    }
  }

  #cameOut(reply: Extract<Reply, { kind: 'came-out' }>, body: string): void {
    if (!this.#calls.has(reply.id)) return
    if (reply.damaged !== undefined) {
      this.#isClean = false
      this.#calls.disturb()
    }
    const { stdout, stderr } = reply
    this.#calls.settle(reply.id, { ...outcomeIn(reply.outcome, body), stdout, stderr })
    if (!this.#isClean && this.#calls.size === 0) void this.end()
  }

  /** Its end is on its way; else the connector has closed the pipe, and nothing that it answers would be heard. */
  #isCutOff(): void {
    const grace = setTimeout(() => this.#stop(CLOSED), GRACE_MILLISECONDS)
    this.#child.once('exit', () => clearTimeout(grace))
  }

  #ask(request: Request, body?: string): void {
    this.#pipe.write(frameBytes(request, body))
  }

  /** The deadline has passed. A process whose loop turns says what has come of the call. */
  #giveUp(id: number, pending: Pending): void {
    this.#ask({ kind: 'give-up', id })
    this.#calls.await(pending, LOOP_TURNS, () => this.#hangs(pending))
  }

  /** Its loop does not turn. */
  #hangs(pending: Pending): void {
    this.#hung = pending
    this.#stop('it never gave the thread back')
  }

  #wrote(chunk: Buffer): void {
    this.#output.push(chunk)
    if (this.#settings.inspect === undefined) return
    const address = /^Debugger listening on (ws:\S+)/m.exec(chunk.toString())?.[1]
    if (address !== undefined) this.#settings.attach?.(address)
  }

  #stop(why: string): void {
    this.#why ??= why
    killProcessGroup(this.#pid)
  }

  #finish(): void {
    this.#endWatch()
    if (this.#child.exitCode === CUT_OFF) this.#why ??= CLOSED
    this.#settings.guard.release(this.#pid)
    // Held open by a process that left the group, they would keep this process alive too.
    for (const stream of this.#child.stdio) stream?.destroy()
    if (this.#calls.size === 0 && this.#isReady && this.#why === undefined) {
      this.#settings.did(`while none of its methods ran: ${endWords(this.#child, this.#why)}`)
    }
    const stderr = this.#output.text()
    this.#calls.settleAll((pending) => ({ ...this.#outcomeOf(pending), stdout: '', stderr }))
    this.#ready.reject(new Error('it has ended'))
    this.#ready.promise.catch(() => {})
    this.#ended.resolve()
  }

  #outcomeOf(pending: Pending): Outcome {
    return this.#hung === pending
      ? { kind: 'timed-out', afterMilliseconds: pending.call.deadlineMilliseconds }
      : crashedBy(this.#child, this.#why)
  }
}
