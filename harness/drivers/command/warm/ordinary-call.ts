import { isDeepStrictEqual } from 'node:util'
import { findLastValue } from '../last-value.ts'
import type { Run } from '../run-command.ts'
import type { WarmCall } from './warm-call.ts'

/** A call of `is_async` in a process of its own, which forked ones are to answer like. */
export interface OrdinaryCall {
  /** Behind the prefix. */
  readonly words: readonly string[]
  readonly run: Run
}

const METHOD = 2

export function isAsking(words: readonly string[]): boolean {
  return words[METHOD] === 'is_async'
}

export async function askOrdinarily(call: WarmCall): Promise<OrdinaryCall> {
  const words = [...call.words.slice(0, METHOD), 'is_async']
  return { words, run: await call.run(words, undefined) }
}

export function isSame(one: Run, other: Run): boolean {
  if (one.kind !== 'ended' || other.kind !== 'ended') return false
  const endsAlike = one.exitCode === other.exitCode && one.signal === other.signal
  return endsAlike && isDeepStrictEqual(answerOf(one), answerOf(other))
}

function answerOf({ stdout }: Run): unknown {
  const found = findLastValue(stdout)
  return 'value' in found ? [found.value] : stdout
}
