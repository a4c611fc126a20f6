import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { isMeantAt, meansOf } from '../../../contracts/data-source/means-of.ts'
import type { Expected, FaultSpec } from '../../../mock-datasource/index.ts'
import { ANYTHING } from './judge-journey.ts'

/** What a fault that is given by hand says of what is right: an error of the data source has its meaning, all else any. */
export function expectedOf(fault: FaultSpec, source: DataSource): Expected {
  if (fault.kind !== 'api-error') return ANYTHING
  const code = String(fault.code)
  const means = meansOf(source)[code]
  if (means === undefined || !isMeantAt(source, code, fault.operation)) return { fails: 'any' }
  return { fails: means, ...(fault.times !== undefined && { right: true }) }
}
