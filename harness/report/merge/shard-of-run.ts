import type { RunReport } from '../record/run-report.ts'
import type { ShardReport } from '../record/shard-report.ts'

/** The report of one shard, as a file has it. */
export interface ShardRun {
  /** How messages name the file. */
  readonly file: string
  readonly run: RunReport
  readonly shard: ShardReport
}
