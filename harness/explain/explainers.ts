import { CONTINUATIONS } from './continuations/index.ts'
import type { Explainer } from './explainer.ts'
import { FORMULAS } from './formulas/index.ts'
import { fromContinuation } from './from-continuation.ts'
import { fromFormula } from './from-formula.ts'
import { atMostRows } from './paging-rules/at-most-rows.ts'
import { cappedAt } from './paging-rules/capped-at.ts'
import { firstTokenAgain } from './paging-rules/first-token-again.ts'
import { offsetAndToken } from './paging-rules/offset-and-token.ts'
import { tokenIgnored } from './paging-rules/token-ignored.ts'
import { tokenNotEncoded } from './paging-rules/token-not-encoded.ts'

/** Every explanation of wrong rows, those by what came back before those by what was asked. */
export const EXPLAINERS: readonly Explainer[] = [
  ...FORMULAS.map(fromFormula),
  ...CONTINUATIONS.map(fromContinuation),
  tokenNotEncoded,
  firstTokenAgain,
  tokenIgnored,
  offsetAndToken,
  ...atMostRows,
  ...cappedAt,
]
