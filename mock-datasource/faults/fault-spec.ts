import * as z from 'zod'
import { logInsOf } from '../../contracts/data-source/serving.ts'
import { messageOf } from '../issue-text.ts'
import type { Faultable } from './fault-kind.ts'
import { FAULT_KINDS, kindOf } from './kinds/index.ts'

/** Where a fault applies, and when it strikes. Without any of these: every request. */
const FaultWhere = z.strictObject({
  /**
   * `any` (the default) is every request outside the control plane but a log-in, also one that reaches no
   * operation.
   */
  operation: z.string().optional(),
  /** Requests whose path names this search. */
  search: z.string().optional(),
  /** Strikes so often and no more. */
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
  const known = ['any', ...Object.keys(source.operations)]
  return Kind.transform((spec, context) => {
    const parsed = (SPECS.get(spec.kind) as z.ZodType).safeParse(spec)
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        context.addIssue({ code: 'custom', path: issue.path, message: messageOf(issue) })
      }
      return z.NEVER
    }
    const fault = parsed.data as FaultSpec
    const problem = kindOf(fault).problem?.(fault, source)
    if (problem !== undefined) {
      const { field, message } = problem
      context.addIssue({ code: 'custom', path: field === undefined ? [] : [field], message })
      return z.NEVER
    }
    if (fault.operation !== undefined && !known.includes(fault.operation)) {
      const message = `must be one of ${known.join(', ')}`
      context.addIssue({ code: 'custom', path: ['operation'], message })
      return z.NEVER
    }
    if (kindOf(fault).sessionsOnly && logInsOf(source).includes(fault.operation ?? '')) {
      const message = `must not be ${fault.operation}, which shows no session key yet`
      context.addIssue({ code: 'custom', path: ['operation'], message })
      return z.NEVER
    }
    return fault
  })
}
