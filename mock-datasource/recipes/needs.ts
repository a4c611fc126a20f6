import type { Code } from '../../contracts/data-source/errors.ts'
import { isMeantAt } from '../../contracts/data-source/means-of.ts'
import type { PageAnomalyVariant } from '../../contracts/data-source/page-anomaly.ts'
import type { ErrorRole } from '../../contracts/data-source/roles.ts'
import { operationsServing, pagedOperations } from '../../contracts/data-source/serving.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import type { Method } from '../../contracts/method.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { FaultSpec } from '../faults/fault-spec.ts'
import type { Deeds, Expected, WhyNot } from './recipe.ts'

/** The right answer, or a failure of whatever code. */
export const FAILS_OR_RIGHT: Expected = { fails: 'any', right: true }
export const FAILS: Expected = { fails: 'any' }
export const RIGHT: Expected = { right: true }

export const why = (whyNot: string): WhyNot => ({ whyNot })

/** One fault, where the data source has what it strikes. */
export const oneFault = (fault: FaultSpec, expected: Expected): Deeds => ({
  faults: [fault],
  expected,
})

/** The operation that a method asks. */
export function operationOf(source: DataSourceDefinition, method: Method): string | undefined {
  return operationsServing(source, method)[0]
}

/** The operation that answers with a page of results. */
export function pagesOf(source: DataSourceDefinition): string | undefined {
  return pagedOperations(source)[0]
}

/** What its table says that a code means at an operation; what the contract says of the status where it has no word. */
export function meant(
  source: DataSourceDefinition,
  code: Code,
  operation: string | undefined,
  usual: readonly ErrorCode[],
): Expected {
  const { means = usual } = source.errors.table[code] ?? {}
  return isMeantAt(source, code, operation) ? { fails: means } : FAILS
}

/** The code that stands for a role, or why the data source cannot have the case. */
export function codeOf(source: DataSourceDefinition, role: ErrorRole, says: string): Code | WhyNot {
  return source.errors.roles[role] ?? why(`${source.title} has no error that says ${says}`)
}

/** The data source's error for a role, at the operation of a method. */
export function errorAt(
  source: DataSourceDefinition,
  role: ErrorRole,
  { says, method, fault, usual = ['unknown'] }: ErrorAt,
): Deeds | WhyNot {
  const operation = operationOf(source, method)
  if (operation === undefined) return why(`${source.title} is asked nothing for ${method}`)
  const code = codeOf(source, role, says)
  if (typeof code === 'object') return code
  const spec = { kind: 'api-error', code, operation, ...fault } as FaultSpec
  return oneFault(spec, meant(source, code, operation, usual))
}

interface ErrorAt {
  /** The role in words. */
  readonly says: string
  readonly method: Method
  readonly fault?: Partial<FaultSpec>
  /** What it means where the table does not say. */
  readonly usual?: readonly ErrorCode[]
}

/** A page that is wrong, or odd though legal. */
export function anomaly(
  source: DataSourceDefinition,
  variant: PageAnomalyVariant,
  where: Partial<FaultSpec>,
  expected: Expected = FAILS_OR_RIGHT,
): Deeds | WhyNot {
  if (!source.paging.anomalies.includes(variant)) {
    return why(`the pages of ${source.title} leave no room for it`)
  }
  return oneFault({ kind: 'page-anomaly', variant, ...where } as FaultSpec, expected)
}

/** How searches end that are made from now on. */
export function ending(
  { states, title }: DataSourceDefinition,
  means: 'ERROR' | 'CANCELED',
  progress: number,
): Deeds | WhyNot {
  const status = states.find((state) => state.means === means)?.word
  if (status === undefined) return why(`no search of ${title} ends as ${means}`)
  return { settings: { progress: { by: 'polls', polls: 2 }, ending: { status, progress } } }
}

/** One member of the status answer is another. */
export function statusWith(
  source: DataSourceDefinition,
  holds: 'status' | 'progress',
): { readonly operation: string; readonly field: FaultField } | WhyNot {
  const operation = operationOf(source, 'status')
  const member = source.vital.status?.find((each) => each.holds === holds)
  if (operation === undefined) return why(`${source.title} is asked for no status`)
  if (member === undefined) return why(`${source.title} tells its ${holds} by no one member`)
  return { operation, field: member.at }
}

type FaultField = Extract<FaultSpec, { kind: 'schema-drift' }>['field']

/** What a connector may make of being asked too often. */
export function tooMany(source: DataSourceDefinition): Expected {
  const code = source.errors.roles.too_many
  const usual = ['too_many_requests', 'service_unavailable'] as const
  return code === undefined ? { fails: usual } : meant(source, code, undefined, usual)
}

/** A certificate that is not to be trusted. */
export const REFUSED: Expected = {
  fails: ['certificate_fail', 'authentication_fail', 'service_unavailable'],
}
