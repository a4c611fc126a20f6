import type * as z from 'zod'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { messageOf } from '../issue-text.ts'
import { errorProblems } from './errors.ts'
import { givenProblems } from './given.ts'
import { operationProblems } from './operations.ts'
import type { DefinitionProblem } from './problem.ts'
import { saidAndDoneProblems } from './said-and-done.ts'
import { DefinitionShape } from './shape.ts'

/**
 * What is wrong with what should be the definition of a data source: parts that are missing or of another
 * kind; where all are there, those that contradict each other; and where none do, what its functions do
 * otherwise than it says. None: it can be mocked and checked against.
 */
export function problemsOf(value: unknown): readonly DefinitionProblem[] {
  const shape = DefinitionShape.safeParse(value)
  if (!shape.success) return shape.error.issues.map((issue) => ofShape(issue, value))
  const definition = value as DataSourceDefinition
  const contradictions = [
    ...operationProblems(definition),
    ...errorProblems(definition.errors),
    ...givenProblems(definition.given, definition.credentials),
    ...pagingProblems(definition),
  ]
  return contradictions.length > 0 ? contradictions : [...saidAndDoneProblems(definition)]
}

function ofShape(issue: z.core.$ZodIssue, value: unknown): DefinitionProblem {
  const place = issue.path.join('.') || 'the definition'
  if (valueAt(value, issue.path) === undefined) return { place, found: 'is missing' }
  if (issue.code !== 'invalid_value') return { place, found: messageOf(issue) }
  return { place, found: `must be one of ${issue.values.join(', ')}` }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (whole, step) => (whole as Readonly<Record<PropertyKey, unknown>>)[step],
    value,
  )
}

function* pagingProblems({ paging }: DataSourceDefinition): Generator<DefinitionProblem> {
  const { style, anomalies, exclusive, words } = paging
  if (style === 'whole' && anomalies.length > 0) {
    const found = 'must be empty, since a result that comes whole has no pages'
    yield { place: 'paging.anomalies', found }
  }
  if (exclusive && (words.place === undefined || words.token === undefined)) {
    yield { place: 'paging.exclusive', found: 'needs both words.place and words.token' }
  }
}
