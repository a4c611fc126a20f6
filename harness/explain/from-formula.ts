import { isDeepStrictEqual } from 'node:util'
import { rightKeys } from './asked-window.ts'
import type { Explainer } from './explainer.ts'
import type { Formula } from './formula.ts'
import { isRight, startOf } from './observation.ts'

/** A formula as an explanation: every call must have gone as it foretells. */
export function fromFormula({ sentence, predict }: Formula): Explainer {
  return {
    sentence,
    judge(observation) {
      const window = { ...observation.window, offset: startOf(observation.window) }
      const foretold = predict(window)
      // Metadata may well be right where the window itself is not.
      if (foretold === undefined || ('continuesAt' in window && isRight(observation))) {
        return 'agrees'
      }
      if (!isDeepStrictEqual(observation.rows, foretold)) return 'contradicts'
      return isDeepStrictEqual(foretold, rightKeys(window)) ? 'agrees' : 'shows'
    },
  }
}
