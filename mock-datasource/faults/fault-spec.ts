import * as z from 'zod'
import { logInsOf, pagedOperations } from '../../contracts/data-source/serving.ts'
import { messageOf } from '../issue-text.ts'
import type { Faultable, Problem } from './fault-kind.ts'
import { FAULT_KINDS, kindOf } from './kinds/index.ts'

/** Where a fault applies, and when it strikes. Without any of these: every request. */
export const FaultWhere = z.strictObject({
  /**
   * `any` (the default) is every request outside the control plane but a log-in, also one that reaches no
   * operation.
   */
  operation: z.string().optional(),
  /** Requests whose path names this search. */
  search: z.string().optional(),
  /** Requests about a search whose query has this text in it, or that carry such a query. */
  query: z.string().min(1).optional(),
  /** Requests for this page of a result that is there, or for one behind it, counted from 1. */
  page: z.int().min(1).optional(),
  /** The nth of the requests that it applies to and that succeed; once, unless `times` says how often. */
  nth: z.int().min(1).optional(),
  /** Strikes until it has struck so often. */
  times: z.int().min(1).optional(),
  /** Lets so many requests that it applies to pass before the first strike. */
  after: z.int().min(0).optional(),
  /** Strikes each request that it applies to, after those let pass, with this probability. */
  probability: z.number().min(0).max(1).optional(),
  /** Of the probability; the mock's own seed where none is given. */
  seed: z.int().optional(),
})
export type FaultWhere = z.infer<typeof FaultWhere>

type KindSpec = z.input<(typeof FAULT_KINDS)[number]['schema']>

/** One fault: where and when it applies, and its kind. Plain JSON, as people write it. */
export type FaultSpec = FaultWhere & KindSpec

const KINDS = FAULT_KINDS.map((kind) => kind.schema.shape.kind.value)

const Kind = z.looseObject({
  kind: z.enum(KINDS, { error: `must be one of ${KINDS.join(', ')}` }),
})

const SPECS: ReadonlyMap<string, z.ZodType> = new Map(
  FAULT_KINDS.map((kind) => [
    kind.schema.shape.kind.value,
    z.strictObject({ ...FaultWhere.shape, ...kind.schema.shape }),
  ]),
)

/**
 * The schema of a fault for a data source. Unknown fields are errors, named by the issue's path or message; so
 * is what this data source does not have.
 */
export function faultSpecSchema(source: Faultable): z.ZodType<FaultSpec> {
  return Kind.transform((spec, context) => {
    const parsed = (SPECS.get(spec.kind) as z.ZodType).safeParse(spec)
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        context.addIssue({ code: 'custom', path: issue.path, message: messageOf(issue) })
      }
      return z.NEVER
    }
    const fault = parsed.data as FaultSpec
    const problem = kindOf(fault).problem?.(fault, source) ?? misplaced(fault, source)
    if (problem !== undefined) {
      const { field, message } = problem
      context.addIssue({ code: 'custom', path: field === undefined ? [] : [field], message })
      return z.NEVER
    }
    return fault
  })
}

/** What only a request can have, and no connection. */
const OF_REQUESTS = ['operation', 'search', 'query', 'page', 'nth'] as const

/** What keeps a fault from striking where it says. */
function misplaced(fault: FaultSpec, source: Faultable): Problem | undefined {
  const { operation, page } = fault
  const kind = kindOf(fault)
  const field = OF_REQUESTS.find((each) => fault[each] !== undefined)
  if (kind.treatment && field !== undefined) {
    const message = 'must not be there, since a connection does not say yet what is asked'
    return { field, message }
  }
  const paged = pagedOperations(source)
  if (page !== undefined && !paged.includes(operation ?? paged[0] ?? '')) {
    const message = `must not be there: pages are what ${paged.join(' and ') || 'no operation'} gives`
    return { field: 'page', message }
  }
  if (operation === undefined) return undefined
  const known = ['any', ...Object.keys(source.operations)]
  if (!known.includes(operation))
    return { field: 'operation', message: `must be one of ${known.join(', ')}` }
  if (kind.sessionsOnly && logInsOf(source).includes(operation)) {
    return {
      field: 'operation',
      message: `must not be ${operation}, which shows no session key yet`,
    }
  }
  return undefined
}
