import type { DescribedOperation, Description } from '../../contracts/data-source/description.ts'
import { BODIES } from './bodies/index.ts'
import { type Carrier, carriedAt } from './carried.ts'

/** Where a request for an operation names its search: what stands in the path unless something else is said. */
export function placeOfId(operation: DescribedOperation | undefined) {
  return operation?.id ?? ({ in: 'path', at: 'id' } as const)
}

/** The ids of searches that a request carries: none, one, or several of one name. */
export function idsIn(
  operation: DescribedOperation | undefined,
  carrier: Carrier,
): readonly unknown[] {
  const { in: where, at } = placeOfId(operation)
  return carriedAt(carrier, where, at)
}

/** Whether an operation's request has to have a body for it to name its search. */
export function idIsInBody(operation: DescribedOperation | undefined): boolean {
  return Object.keys(BODIES).includes(placeOfId(operation).in)
}

/** The operations about one search that there are. */
export function operationsAboutOne({ operations }: Pick<Description, 'operations'>) {
  const all = [operations.status, operations.results, operations.delete]
  return all.filter((operation) => operation !== undefined)
}
