import { stripVTControlCharacters } from 'node:util'
import { USUAL_COLUMNS, within } from '../../text/columns.ts'
import type { ReportedViolation } from '../record/run-report.ts'
import { violationBlock } from './violation-block.ts'
import { withoutIds } from './without-ids.ts'

/**
 * A violation in the lines in which a terminal shows it, whoever looks: without any style. It is read on another machine
 * than the one that has kept the failure, so that it names the command that brings it back anywhere.
 */
export function plainBlock(
  violation: ReportedViolation,
  others: readonly ReportedViolation[] = [],
): readonly string[] {
  return within(USUAL_COLUMNS, () => localBlock(withoutIds(violation), others))
}

/** The same for whoever has the failure that was kept. */
export function localBlock(...violation: Parameters<typeof violationBlock>): readonly string[] {
  return stripVTControlCharacters(violationBlock(...violation).join('\n')).split('\n')
}
