import { isDeepStrictEqual } from 'node:util'
import { childEnvironment } from '../../process/child-environment.ts'
import { MARK } from '../../process/marked-processes.ts'
import { watchMemory } from '../../process/memory-watch.ts'
import type { ProcessGuard } from '../../process/process-guard.ts'
import type { ProcessMarks } from '../../process/process-marks.ts'
import type { Run, Started } from '../run-command.ts'
import { askOrdinarily, isAsking, type OrdinaryCall } from './ordinary-call.ts'
import { LOST, ParentProcess } from './parent-process.ts'
import type { PythonCommand } from './python-command.ts'
import type { WarmCall } from './warm-call.ts'
import { ENDED, learnImports, type Warming, warmUp } from './warming.ts'
import { whoseTurn } from './whose-turn.ts'

export interface WarmOptions {
  readonly command: PythonCommand
  readonly cwd: string
  readonly memoryBytes: number
  /** How long the command's imports may take. */
  readonly loadMilliseconds: number
  readonly guard: ProcessGuard
  readonly marks: ProcessMarks
}

/** So many calls are forked from one parent before there is a second: fewer are done before that had run its imports. */
const OF_ONE_PARENT = 4

/**
 * Has calls forked from parents that have run the command's imports, where these say the same as a new process: the
 * first call is an ordinary one, and a forked one has to answer as it did. Whatever is amiss ends it for the rest of
 * the run, and calls are new processes again.
 *
 * Hashes of texts are seeded when Python starts, which no fork can do anew. Two parents have two seeds: what a
 * connector keeps by hash from one call to the next does not always come out as it would in one process.
 */
export class WarmStart {
  readonly #options: WarmOptions
  #ordinary: OrdinaryCall | undefined
  #first: Promise<Warmed | undefined> | undefined
  #second: Promise<ParentProcess | undefined> | undefined
  #environment: NodeJS.ProcessEnv = {}
  #reason: string | undefined
  #calls = 0
  #forked = 0
  readonly #started: ParentProcess[] = []
  #isClosed = false

  constructor(options: WarmOptions) {
    this.#options = options
  }

  /** Why calls are new processes, if they are. */
  get reason(): string | undefined {
    return this.#reason
  }

  /** Runs a call, warm if it can be. */
  async run(call: WarmCall): Promise<Run> {
    this.#calls += 1
    if (this.#calls > 1) return call.run(call.words, (mark) => this.#fork(call, mark))
    const run = await call.run(call.words, undefined)
    if (isAsking(call.words)) this.#ordinary = { words: call.words, run }
    return run
  }

  async #fork(call: WarmCall, mark: string): Promise<Started | undefined> {
    if (this.#reason !== undefined) return undefined
    this.#first ??= this.#warmFirst(call)
    const warmed = await this.#first
    if (warmed === undefined || this.#reason !== undefined) return undefined
    const own = withoutMark(childEnvironment(process.env, call.environment))
    if (!isDeepStrictEqual(own, this.#environment)) return undefined
    const parent = await this.#next(warmed, call)
    return parent === undefined ? undefined : this.#forkFrom(parent, call.words, mark)
  }

  /** Who forks the next call; undefined: it is to be a new process after all. */
  async #next(warmed: Warmed, call: WarmCall): Promise<ParentProcess | undefined> {
    const number = this.#forked
    this.#forked += 1
    const { flags } = this.#options.command
    if (number < OF_ONE_PARENT || isSeeded(flags, this.#environment)) return warmed.parent
    this.#second ??= this.#warmSecond(warmed, call)
    if (whoseTurn(number) === 0) return warmed.parent
    const second = await this.#second
    return this.#reason === undefined ? second : undefined
  }

  async #forkFrom(
    parent: ParentProcess,
    words: readonly string[],
    mark: string,
  ): Promise<Started | undefined> {
    const forked = await parent.fork(words, mark)
    if (forked === LOST) {
      this.#reason ??= ENDED
      return { lost: true }
    }
    if ('refused' in forked) {
      this.#reason ??= forked.refused
      return undefined
    }
    return { child: forked.child, pid: forked.child.pid }
  }

  async #warmFirst(call: WarmCall): Promise<Warmed | undefined> {
    const ordinary = this.#ordinary ?? (await askOrdinarily(call))
    const parent = await this.#start(call)
    if (parent === undefined) return undefined
    const warming = { ...this.#options, parent, call, ordinary }
    const learned = await learnImports(warming)
    const names = 'names' in learned ? learned.names : []
    const unfit = 'unfit' in learned ? learned.unfit : await warmUp(warming, names)
    this.#reason ??= unfit
    if (unfit !== undefined) parent.close()
    return { ...warming, names }
  }

  async #warmSecond(
    { names, ...first }: Warmed,
    call: WarmCall,
  ): Promise<ParentProcess | undefined> {
    const parent = await this.#start(call)
    if (parent === undefined) return undefined
    const unfit = await warmUp({ ...first, parent, call }, names)
    this.#reason ??= unfit
    return parent
  }

  async #start({ environment }: WarmCall): Promise<ParentProcess | undefined> {
    const { command, cwd, guard, marks, memoryBytes } = this.#options
    const { variables } = marks.begin()
    const env = childEnvironment(process.env, { ...environment, ...variables })
    this.#environment = withoutMark(env)
    const parent = await ParentProcess.start(command, cwd, env)
    if (parent === undefined) {
      this.#reason ??= 'the process that is to fork them cannot be started'
      return undefined
    }
    this.#started.push(parent)
    guard.watch(parent.pid)
    const endWatch = watchMemory(parent.pid, memoryBytes, () => {
      this.#reason ??= 'its imports take more memory than --memory allows'
      parent.close()
    })
    parent.onEnd(() => {
      endWatch()
      this.#reason ??= ENDED
    })
    if (this.#isClosed) parent.close()
    return parent
  }

  async close(): Promise<void> {
    this.#reason ??= 'the driver is closed'
    this.#isClosed = true
    // One that is still running its imports is not waited for.
    for (const parent of this.#started) parent.close()
    await this.#first
    await this.#second
  }
}

/** A parent that has run its imports, and all that it took to make one. */
interface Warmed extends Warming {
  readonly names: readonly string[]
}

/** Whether each process of the command has the same seed for its hashes: then a second parent would be like the first. */
function isSeeded(flags: readonly string[], { PYTHONHASHSEED }: NodeJS.ProcessEnv): boolean {
  const isHeeded = !flags.some((flag) => /^-[a-zA-Z]*[EI]/.test(flag))
  return isHeeded && /^\d+$/.test(PYTHONHASHSEED ?? '')
}

function withoutMark({ [MARK]: _, ...others }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return others
}
