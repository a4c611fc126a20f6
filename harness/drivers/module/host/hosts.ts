import { TargetError } from '../../../errors.ts'
import type { Call, CallResult } from '../../driver.ts'
import { ProcessGuard } from '../../process/process-guard.ts'
import { ProcessMarks } from '../../process/process-marks.ts'
import type { HostResult } from './calls-under-way.ts'
import { HostProcess } from './host-process.ts'
import type { HostSettings } from './host-settings.ts'

/** After so many ends of processes that calls share, each case has a process of its own from the start. */
const MOST_SHARED_ENDS = 5
/** So many cases at once have a process of their own. */
const MOST_APART = 4
/** More sentences than these say nothing new. */
const MOST_DEEDS = 10

/** Makes a call, in whichever process. */
export type CallHost = (call: Call) => Promise<CallResult>

/**
 * The processes that hold one connector module: one that all calls share as long as they do not harm each other, and
 * others that a case has for itself.
 */
export class Hosts {
  readonly #settings: HostSettings
  readonly #guard = new ProcessGuard()
  readonly #marks = new ProcessMarks()
  readonly #all = new Set<HostProcess>()
  readonly #deeds = new Set<string>()
  #shared: Promise<HostProcess> | undefined
  #idle: HostProcess[] = []
  #lent = 0
  readonly #queue: (() => void)[] = []
  readonly #endedShared = new Set<HostProcess>()
  #endsApart = 0

  constructor(settings: Omit<HostSettings, 'guard' | 'marks' | 'did'>) {
    const did = (deed: string) => void (this.#deeds.size < MOST_DEEDS && this.#deeds.add(deed))
    this.#settings = { ...settings, guard: this.#guard, marks: this.#marks, did }
  }

  /**
   * What the module exports as `declarations`. Starts the first process.
   * @throws TargetError where the module cannot be loaded.
   */
  async declarations(): Promise<unknown> {
    return (await this.#sharing()).declarations
  }

  /** Makes a call in the process that is shared. Never rejects. */
  async call(call: Call): Promise<CallResult> {
    let host: HostProcess
    try {
      host = await this.#sharing()
    } catch (error) {
      return notStarted(error)
    }
    const { result, disturbed } = await host.call(call)
    if (!disturbed) return result
    // Told of each call that was under way.
    if (ended(result)) this.#endedShared.add(host)
    return { ...result, disturbed }
  }

  /** Whether sharing has done harm too often. */
  get isApartBetter(): boolean {
    return this.#endedShared.size >= MOST_SHARED_ENDS
  }

  /**
   * Lends a process to nobody else for as long as `work` takes; where the connector ends it, the next call has another.
   * @param fresh one that has served nobody before.
   */
  async apart<Result>(
    work: (call: CallHost) => Promise<Result>,
    { fresh }: { readonly fresh: boolean },
  ): Promise<Result> {
    // A debugger is attached to one.
    if (this.#settings.inspect !== undefined) return work((call) => this.call(call))
    await this.#turn()
    let host = fresh ? undefined : this.#idle.pop()
    try {
      return await work(async (call) => {
        try {
          host = host?.isFit === true ? host : await this.#start()
        } catch (error) {
          return notStarted(error)
        }
        const { result, disturbed }: HostResult = await host.call(call)
        if (ended(result)) this.#endsApart += 1
        return disturbed ? { ...result, disturbed } : result
      })
    } finally {
      if (host?.isFit === true) this.#idle.push(host)
      else void host?.end()
      this.#lent -= 1
      this.#queue.shift()?.()
    }
  }

  /** What the connector did to its processes beside its calls, a sentence each. */
  get deeds(): readonly string[] {
    const unexplained = this.#endedShared.size > 0 && this.#endsApart === 0
    return [
      ...this.#deeds,
      ...(unexplained
        ? ['while several of its methods ran, and not when they ran alone: its process ended']
        : []),
    ]
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#all, (host) => host.end()))
    await this.#guard.close()
    this.#marks.close()
  }

  /** The process that is shared now, or its successor. */
  async #sharing(): Promise<HostProcess> {
    const former = this.#shared
    const host = await former
    if (host?.isFit === true) return host
    if (this.#shared === former) {
      host?.retire()
      this.#shared = this.#start()
      // Whoever waits for it is told; a later call tries anew.
      this.#shared.catch(() => {
        this.#shared = undefined
      })
    }
    return this.#sharing()
  }

  async #start(): Promise<HostProcess> {
    const host = await HostProcess.start(this.#settings)
    this.#all.add(host)
    void host.gone.then(() => this.#all.delete(host))
    return host
  }

  /** Waits until fewer than the most have a process of their own. */
  async #turn(): Promise<void> {
    this.#lent += 1
    if (this.#lent <= MOST_APART) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#queue.push(resolve)
    await promise
  }
}

function ended({ kind }: CallResult): boolean {
  return kind === 'crashed' || kind === 'timed-out'
}

function notStarted(error: unknown): CallResult {
  if (!(error instanceof TargetError)) throw error
  const reason = [error.message, error.hint].filter((each) => each !== undefined).join(' ')
  return { kind: 'could-not-start', reason, stdout: '', stderr: '' }
}
