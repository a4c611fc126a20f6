import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { atMostRows } from './at-most-rows.ts'
import { cappedAt } from './capped-at.ts'
import { CONTINUATIONS } from './continuations.ts'
import type { Explainer } from './explainer.ts'
import { FORMULAS } from './formulas.ts'
import { fromContinuation } from './from-continuation.ts'
import { fromFormula } from './from-formula.ts'
import { pagingRules } from './paging-rules.ts'

/** Every data source has a few hundred of its own, asked for at each case that is explained. */
const KNOWN = new WeakMap<DataSource, readonly Explainer[]>()

/** Every explanation of wrong rows, those by what came back before those by what was asked. */
export function explainersFor(source: DataSource): readonly Explainer[] {
  const known = KNOWN.get(source) ?? [
    ...FORMULAS.map((formula) => fromFormula(formula, source.paging)),
    ...CONTINUATIONS.map(fromContinuation),
    ...pagingRules(source),
    ...atMostRows,
    ...cappedAt(source),
  ]
  KNOWN.set(source, known)
  return known
}
