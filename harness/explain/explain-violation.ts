import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import { explainError } from './explain-error.ts'
import { explainRows } from './explain-rows.ts'
import { explainStatus } from './explain-status.ts'
import { explainTelling } from './explain-telling.ts'
import type { Probe } from './probe.ts'
import type { Told } from './told.ts'

/** What an explanation may rest on. */
export interface Grounds extends Told {
  readonly declarations: Pick<Declarations, 'errors'>
  readonly source: DataSource
  readonly probe: Probe
}

/** Why the smallest case went wrong, as clauses of a sentence; empty where nothing known fits. */
export async function explainViolation(grounds: Grounds): Promise<readonly string[]> {
  const { clause, calls, declarations, source, probe } = grounds
  const rows = clause.startsWith('PAGE-') ? await explainRows(calls, source, probe) : []
  return [
    ...rows,
    ...explainTelling(grounds),
    ...explainStatus(calls, source),
    ...explainError(calls, source, declarations),
  ]
}
