import type { ReportedViolation } from '../record/run-report.ts'

/** A violation for whoever has not the failure that was kept: the commands that name it by its id bring nothing back there. */
export function withoutIds({
  replay: _replay,
  reproduce: _reproduce,
  ...violation
}: ReportedViolation): ReportedViolation {
  return violation
}
