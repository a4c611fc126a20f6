import type { ClauseReport } from '../record/run-report.ts'

/** How much of what was planned of a clause was tried, where that is not all: `12 of 20`. Else undefined. */
export function triedWords({
  cases: { tried, planned },
  outcome,
}: Pick<ClauseReport, 'cases' | 'outcome'>): string | undefined {
  // What is broken ends with the first case that fails, whatever was planned.
  return tried < planned && outcome !== 'violated' ? `${tried} of ${planned}` : undefined
}
