import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Row } from '../row.ts'
import { rowProblem } from '../row-problem.ts'
import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'

/** The rows of a file, each seen to be one; throws a DataFileError at the first that is not. */
export function checkedRows(path: string, found: readonly FoundRow[], facts: RowFacts): Row[] {
  const keys = new Set<string>()
  return found.map(({ value, line }) => {
    const problem = rowProblem(value, keys, facts)
    if (problem !== undefined) throw new DataFileError(path, problem, line())
    return value as Row
  })
}
