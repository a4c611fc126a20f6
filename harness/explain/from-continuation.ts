import { isDeepStrictEqual } from 'node:util'
import type { Continuation } from './continuation.ts'
import type { Explainer } from './explainer.ts'
import { isRight } from './observation.ts'

/** A wrong continuation as an explanation: what was asked for without metadata must be right. */
export function fromContinuation({ sentence, predict }: Continuation): Explainer {
  return {
    sentence,
    judge(observation) {
      const { window, rows } = observation
      if (!('continuesAt' in window)) return isRight(observation) ? 'agrees' : 'contradicts'
      if (!isDeepStrictEqual(rows, predict(window))) return 'contradicts'
      return isRight(observation) ? 'agrees' : 'shows'
    },
  }
}
