import type { Run } from '../run-command.ts'
import { learnedNames } from './learned-names.ts'
import { isSame, type OrdinaryCall } from './ordinary-call.ts'
import { LOST, type ParentProcess } from './parent-process.ts'
import type { Fork, WarmCall } from './warm-call.ts'

export const ENDED = 'the process that forks them has ended'
const DIFFERS = 'a forked process answers other than a new one'
const LEARNED_MILLISECONDS = 2_000

/** What is to become of a parent that has been started. */
export interface Warming {
  readonly parent: ParentProcess
  readonly call: WarmCall
  readonly ordinary: OrdinaryCall
  readonly loadMilliseconds: number
}

/** Names of modules in the order of their imports; or why no call can be warm. */
export type Names = { readonly names: readonly string[] } | { readonly unfit: string }

/** Learns what the command imports, from a call that is forked before anything is imported ahead. */
export async function learnImports({ parent, call, ordinary }: Warming): Promise<Names> {
  if (ordinary.run.kind !== 'ended') return { unfit: 'their first does not end by itself' }
  const over = new AbortController()
  let told: Promise<readonly string[]> | undefined
  const unfit = await whyOther(parent, call, ordinary, (streams) => {
    told = learnedNames(streams.take('learned'), over.signal)
  })
  if (unfit !== undefined) {
    over.abort()
    return { unfit }
  }
  // What it had to tell, it told before it ended.
  const late = setTimeout(() => over.abort(), LEARNED_MILLISECONDS)
  const names = (await told) ?? []
  clearTimeout(late)
  return names.length === 0 ? { unfit: 'what they import cannot be learned' } : { names }
}

/** Has a parent run these imports. Gives why no call can be forked from it, or undefined. */
export async function warmUp(
  { parent, call, ordinary, loadMilliseconds }: Warming,
  names: readonly string[],
): Promise<string | undefined> {
  const unfit = await parent.runImports(names, loadMilliseconds)
  return unfit ?? (await whyOther(parent, call, ordinary))
}

type Learning = Parameters<typeof learnedNames>[0]
interface Taking {
  take(kind: 'learned'): Learning
}

/** Why a forked call does not do as the ordinary one did; undefined: it does. */
async function whyOther(
  parent: ParentProcess,
  call: WarmCall,
  { words, run }: OrdinaryCall,
  learn?: (streams: Taking) => void,
): Promise<string | undefined> {
  let refused: string | undefined
  const fork: Fork = async (mark) => {
    const forked = await parent.fork(words, mark, learn !== undefined)
    if (forked === LOST || 'refused' in forked) {
      refused = forked === LOST ? ENDED : forked.refused
      return { lost: true }
    }
    learn?.(forked.streams)
    return { child: forked.child, pid: forked.child.pid }
  }
  const forked: Run = await call.run(words, fork)
  return refused ?? (isSame(forked, run) ? undefined : DIFFERS)
}
