import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Code } from '../../contracts/data-source/errors.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import type { Method } from '../../contracts/method.ts'
import type { Fault, JournalEntry } from '../../mock-datasource/index.ts'
import type { Answer, Reading } from '../kit/answer.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'

/** What one call of a case met at the data source. */
export interface CallFacts {
  readonly method: Method
  /** Whether a request of it reached an operation of the data source. */
  readonly reached: boolean
  /** How it ended, as a caller with good will would take it. */
  readonly outcome: Reading['kind']
  /** The kinds of the faults that struck its requests. */
  readonly faults: readonly string[]
  /** The error codes of the API that came back; `unlisted` stands for all that no table has. */
  readonly codes: readonly Code[]
}

/** What a case tried, and how it came out. */
export interface CaseFacts {
  readonly held: boolean
  /** Whether every cell of the fault matrix that it filled is as the contract allows. */
  readonly asAllowed: boolean
  /** In the order of the calls: in a case that did not hold, the last one broke the clause. */
  readonly calls: readonly CallFacts[]
}

export const UNLISTED = 'unlisted'

/**
 * What each call met, out of the exchanges that it caused.
 *
 * @param faults those that were in force in the session
 * @param source the data source that they were made at
 * @param declared the table of the connector's author
 */
export function callFacts(
  answers: readonly Pick<Answer, 'method' | 'exchanges' | 'reading'>[],
  faults: readonly Fault[],
  { reads, errors }: Pick<DataSource, 'reads' | 'errors'>,
  declared: Declarations['errors'] = {},
): readonly CallFacts[] {
  const codeIn = ({ response }: JournalEntry) => {
    const code = response && reads.errorCode(response)
    if (code === undefined) return undefined
    return code in errors.table || code in declared ? code : UNLISTED
  }
  const kinds = new Map(faults.map(({ id, spec }) => [id, spec.kind]))
  return answers.map(({ method, exchanges, reading }) => ({
    method,
    reached: exchanges.some(({ operation }) => operation !== undefined),
    outcome: reading.kind,
    faults: distinct(exchanges.map(({ fault }) => kinds.get(fault ?? ''))),
    codes: distinct(exchanges.map(codeIn)),
  }))
}

/** The facts of a case that ended so. */
export function factsOf(result: {
  readonly state: 'held' | 'violated'
  readonly cells: readonly MatrixCell[]
  readonly calls: readonly CallFacts[]
}): CaseFacts {
  const asAllowed = result.cells.every(({ held }) => held)
  return { held: result.state === 'held', asAllowed, calls: result.calls }
}

function distinct<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return [...new Set(values)].filter((value) => value !== undefined)
}
