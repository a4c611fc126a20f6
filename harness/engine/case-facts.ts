import { ABC_API_ERRORS } from '../../contracts/abc-security-monitor/error-table.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import type { Method } from '../../contracts/method.ts'
import type { Fault, JournalEntry } from '../../mock-datasource/index.ts'
import type { Answer } from '../kit/answer.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'

/** What one call of a case met at the data source. */
export interface CallFacts {
  readonly method: Method
  /** The kinds of the faults that struck its requests. */
  readonly faults: readonly string[]
  /** The error codes of the API that came back; `unlisted` stands for all that no table has. */
  readonly codes: readonly string[]
}

/** What a case tried, and how it came out. */
export interface CaseFacts {
  readonly held: boolean
  /** Whether every cell of the fault matrix that it filled is as the contract allows. */
  readonly asAllowed: boolean
  /** In the order of the calls: in a case that did not hold, the last one broke the clause. */
  readonly calls: readonly CallFacts[]
}

const SUCCESS = '200'
export const UNLISTED = 'unlisted'
/** The API's bodies begin with it; to parse each one whole would cost more than is gained. */
const CODE = /^\s*\{\s*"code"\s*:\s*(\d+)\b/

/**
 * What each call met, out of the exchanges that it caused.
 *
 * @param faults those that were in force in the session
 * @param errors the table of the author's own data source
 */
export function callFacts(
  answers: readonly Pick<Answer, 'method' | 'exchanges'>[],
  faults: readonly Fault[],
  errors: Declarations['errors'] = {},
): readonly CallFacts[] {
  const isListed = (code: string) => code in ABC_API_ERRORS || code in errors
  const kinds = new Map(faults.map(({ id, spec }) => [id, spec.kind]))
  return answers.map(({ method, exchanges }) => ({
    method,
    faults: distinct(exchanges.map(({ fault }) => kinds.get(fault ?? ''))),
    codes: distinct(exchanges.map((exchange) => errorCodeOf(exchange, isListed))),
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

function errorCodeOf(
  { response }: JournalEntry,
  isListed: (code: string) => boolean,
): string | undefined {
  const code = CODE.exec(response?.body ?? '')?.[1]
  if (code === undefined || code === SUCCESS) return undefined
  return isListed(code) ? code : UNLISTED
}

function distinct<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return [...new Set(values)].filter((value) => value !== undefined)
}
