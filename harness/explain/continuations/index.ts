import type { Continuation } from '../continuation.ts'
import { backToItsOwnCall } from './back-to-its-own-call.ts'
import { fromTheBeginning } from './from-the-beginning.ts'
import { lengthIgnoredBehind } from './length-ignored-behind.ts'
import { metadataIgnored } from './metadata-ignored.ts'
import { offsetOnTop } from './offset-on-top.ts'
import { overAgainAtTheEnd } from './over-again-at-the-end.ts'
import { restOfPageLost } from './rest-of-page-lost.ts'
import { rowRepeated } from './row-repeated.ts'
import { rowSkipped } from './row-skipped.ts'

/** Every wrong continuation there is. A new one is a file of its own and a line here. */
export const CONTINUATIONS: readonly Continuation[] = [
  metadataIgnored,
  backToItsOwnCall,
  fromTheBeginning,
  offsetOnTop,
  rowSkipped,
  rowRepeated,
  lengthIgnoredBehind,
  restOfPageLost,
  overAgainAtTheEnd,
]
