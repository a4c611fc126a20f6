import { perSource } from '../kit/per-source.ts'
import { atMostRows } from './at-most-rows.ts'
import { cappedAt } from './capped-at.ts'
import { CONTINUATIONS } from './continuations.ts'
import type { Explainer } from './explainer.ts'
import { FORMULAS } from './formulas.ts'
import { fromContinuation } from './from-continuation.ts'
import { fromFormula } from './from-formula.ts'
import { pagingRules } from './paging-rules.ts'

/**
 * Every explanation of wrong rows, those by what came back before those by what was asked. Some hundreds, asked
 * for at each case that is explained.
 */
export const explainersFor = perSource((source): readonly Explainer[] => [
  ...FORMULAS.map((formula) => fromFormula(formula, source.paging)),
  ...CONTINUATIONS.map(fromContinuation),
  ...pagingRules(source),
  ...atMostRows,
  ...cappedAt(source),
])
