import { sumOf } from '../record/cases.ts'
import type { RunReport } from '../record/run-report.ts'

/** How much was tried, and what was left out for want of time. */
export function effortLines(report: RunReport): readonly string[] {
  const { seed, runs, rounds, clauses, timings, shard } = report
  const share = shard === undefined ? '' : `shard ${shard.index} of ${shard.count}, `
  const seeds = rounds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + rounds - 1}`
  const each = rounds === 1 ? '' : ' with each seed'
  const tried = `${share}${seeds}, ${runs} made ${runs === 1 ? 'case' : 'cases'} for each property${each}`
  const { tried: sofar, planned } = sumOf(clauses.map(({ cases }) => cases))
  const leftOut = planned - sofar
  if (leftOut === 0) return [tried]
  return [
    tried,
    `${leftOut} listed cases are left out, since a call takes ${inWords(timings.callMilliseconds)}; --runs ${runs} tries them all`,
  ]
}

function inWords(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`
}
