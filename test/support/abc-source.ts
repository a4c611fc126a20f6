import type { PlannedDataSource } from '../../harness/data-source/data-source-ref.ts'
import { hashOf } from '../../harness/data-source/hash-of.ts'
import { DEFAULT_REF } from '../../harness/data-source/load-data-source.ts'
import { abcSecurityMonitor } from '../../mock-datasource/sources/abc-security-monitor/definition.ts'

/** The data source that is meant where a test is about none in particular. */
export const abcSource = abcSecurityMonitor

/** The same as a plan carries it. */
export const plannedAbc: PlannedDataSource = {
  ...DEFAULT_REF,
  title: abcSource.title,
  hash: hashOf(abcSource),
}
