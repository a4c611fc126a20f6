import { isDeepStrictEqual } from 'node:util'
import type { Paging } from '../../contracts/data-source/paging.ts'
import { rightKeys } from './asked-window.ts'
import type { Explainer } from './explainer.ts'
import type { Formula } from './formula.ts'
import { isRight, startOf } from './observation.ts'

/** A formula as an explanation, in the words of the data source: every call must have gone as it foretells. */
export function fromFormula({ sentence, predict }: Formula, { words, next }: Paging): Explainer {
  return {
    sentence: sentence.replace('{next}', words.next === undefined ? next : `a ${words.next}`),
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
