import { atMostRows } from './at-most-rows.ts'
import { cappedAt } from './capped-at.ts'
import { CONTINUATIONS } from './continuations.ts'
import type { Explainer } from './explainer.ts'
import { FORMULAS } from './formulas.ts'
import { fromContinuation } from './from-continuation.ts'
import { fromFormula } from './from-formula.ts'
import { PAGING_RULES } from './paging-rules.ts'

/** Every explanation of wrong rows, those by what came back before those by what was asked. */
export const EXPLAINERS: readonly Explainer[] = [
  ...FORMULAS.map(fromFormula),
  ...CONTINUATIONS.map(fromContinuation),
  ...PAGING_RULES,
  ...atMostRows,
  ...cappedAt,
]
