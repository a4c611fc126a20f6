import { isDeepStrictEqual } from 'node:util'
import { childEnvironment } from '../../process/child-environment.ts'
import { MARK } from '../../process/marked-processes.ts'
import { watchMemory } from '../../process/memory-watch.ts'
import type { ProcessGuard } from '../../process/process-guard.ts'
import type { ProcessMarks } from '../../process/process-marks.ts'
import { findLastValue } from '../last-value.ts'
import type { Run, Started } from '../run-command.ts'
import { learnedNames } from './learned-names.ts'
import { LOST, ParentProcess } from './parent-process.ts'
import type { PythonCommand } from './python-command.ts'

/** How a process of a call comes to be, in the place of a new one; undefined: it is to be a new one after all. */
export type Fork = (mark: string) => Promise<Started | undefined>

export interface WarmOptions {
  readonly command: PythonCommand
  readonly cwd: string
  readonly memoryBytes: number
  /** How long the command's imports may take. */
  readonly loadMilliseconds: number
  readonly guard: ProcessGuard
  readonly marks: ProcessMarks
}

/** A call's words behind the prefix, the variables that it has beside the usual, and how to run one with others. */
export interface WarmCall {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string>> | undefined
  /** `fork`: how it starts; undefined: as a new process. */
  run(words: readonly string[], fork: Fork | undefined): Promise<Run>
}

/**
 * Has calls forked from a parent that has run the command's imports, where that says the same as a new process: the
 * first call is an ordinary one, and a forked one has to answer as it did. Whatever is amiss ends it for the rest of
 * the run, and calls are new processes again.
 */
export class WarmStart {
  readonly #options: WarmOptions
  #ordinary: { readonly words: readonly string[]; readonly run: Run } | undefined
  #parent: Promise<ParentProcess | undefined> | undefined
  #environment: NodeJS.ProcessEnv = {}
  #reason: string | undefined
  #calls = 0

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
    this.#parent ??= this.#warm(call)
    const parent = await this.#parent
    if (parent === undefined || this.#reason !== undefined) return undefined
    const own = withoutMark(childEnvironment(process.env, call.environment))
    return isDeepStrictEqual(own, this.#environment)
      ? this.#forkFrom(parent, call.words, mark)
      : undefined
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

  async #warm(call: WarmCall): Promise<ParentProcess | undefined> {
    const ordinary = this.#ordinary ?? (await askOrdinarily(call))
    const parent = await this.#start(call)
    if (parent === undefined) {
      this.#reason = 'the process that is to fork them cannot be started'
      return undefined
    }
    this.#reason = await this.#differs(parent, call, ordinary)
    if (this.#reason !== undefined) parent.close()
    return parent
  }

  async #start({ environment }: WarmCall): Promise<ParentProcess | undefined> {
    const { command, cwd, guard, marks, memoryBytes } = this.#options
    const { variables } = marks.begin()
    const env = childEnvironment(process.env, { ...environment, ...variables })
    this.#environment = withoutMark(env)
    const parent = await ParentProcess.start(command, cwd, env)
    if (parent === undefined) return undefined
    guard.watch(parent.pid)
    const endWatch = watchMemory(parent.pid, memoryBytes, () => {
      this.#reason ??= 'its imports take more memory than --memory allows'
      parent.close()
    })
    parent.onEnd(() => {
      endWatch()
      this.#reason ??= ENDED
    })
    return parent
  }

  /** Why its answer differs from that of an ordinary process: before its imports are run ahead of it, and after. */
  async #differs(
    parent: ParentProcess,
    call: WarmCall,
    { words, run }: { readonly words: readonly string[]; readonly run: Run },
  ): Promise<string | undefined> {
    if (run.kind !== 'ended') return 'their first does not end by itself'
    let refused: string | undefined
    let names: Promise<readonly string[]> | undefined
    const over = new AbortController()
    const fork = (learns: boolean) => async (mark: string) => {
      const forked = await parent.fork(words, mark, learns)
      if (forked === LOST || 'refused' in forked) {
        refused = forked === LOST ? ENDED : forked.refused
        return { lost: true } as const
      }
      if (learns) names = learnedNames(forked.streams.take('learned'), over.signal)
      return { child: forked.child, pid: forked.child.pid }
    }
    const first = await call.run(words, fork(true))
    if (refused !== undefined) return refused
    if (!isSame(first, run)) {
      over.abort()
      return DIFFERS
    }
    // What it had to tell, it told before it ended.
    const late = setTimeout(() => over.abort(), LEARNED_MILLISECONDS)
    const learned = await names
    clearTimeout(late)
    if (learned === undefined || learned.length === 0) return 'what they import cannot be learned'
    const unfit = await parent.runImports(learned, this.#options.loadMilliseconds)
    if (unfit !== undefined) return unfit
    const second = await call.run(words, fork(false))
    return refused ?? (isSame(second, run) ? undefined : DIFFERS)
  }

  async close(): Promise<void> {
    this.#reason ??= 'the driver is closed'
    const parent = await this.#parent
    parent?.close()
  }
}

const ENDED = 'the process that forks them has ended'
const DIFFERS = 'a forked process answers other than a new one'
const METHOD = 2
const LEARNED_MILLISECONDS = 2_000

function isAsking(words: readonly string[]): boolean {
  return words[METHOD] === 'is_async'
}

async function askOrdinarily(call: WarmCall) {
  const words = [...call.words.slice(0, METHOD), 'is_async']
  return { words, run: await call.run(words, undefined) }
}

function isSame(one: Run, other: Run): boolean {
  if (one.kind !== 'ended' || other.kind !== 'ended') return false
  const endsAlike = one.exitCode === other.exitCode && one.signal === other.signal
  return endsAlike && isDeepStrictEqual(answerOf(one), answerOf(other))
}

function answerOf({ stdout }: Run): unknown {
  const found = findLastValue(stdout)
  return 'value' in found ? [found.value] : stdout
}

function withoutMark({ [MARK]: _, ...others }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return others
}
