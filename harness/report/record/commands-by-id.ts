import type { ReportedViolation } from './run-report.ts'

/** The commands that bring a failure back which has been kept under this id. */
export function commandsById(id: string): Pick<ReportedViolation, 'replay' | 'reproduce'> {
  return {
    replay: `npx connector-contract replay ${id}`,
    reproduce: `npx connector-contract reproduce ${id}`,
  }
}
