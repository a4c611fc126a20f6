import { sumOf } from '../record/cases.ts'
import type { RunReport } from '../record/run-report.ts'

/** How much was tried, and what was left out of so short a run. */
export function effortLines(report: RunReport): readonly string[] {
  const { seed, runs, rounds, clauses, profile, shard } = report
  const share = shard === undefined ? '' : `shard ${shard.index} of ${shard.count}, `
  const seeds = rounds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + rounds - 1}`
  const each = rounds === 1 ? '' : ' with each seed'
  const made = runs === 0 ? 'no made cases' : `${runs} made ${runs === 1 ? 'case' : 'cases'}`
  const tried = `${share}${seeds}, ${made} for each property${each}`
  const { tried: sofar, planned } = sumOf(clauses.map(({ cases }) => cases))
  const leftOut = planned - sofar
  if (leftOut === 0) return [tried]
  const more =
    profile === 'quick' ? '--profile default tries more' : '--runs 1 tries all that is listed'
  return [tried, `${leftOut} cases are left out of so short a run; ${more}`]
}
