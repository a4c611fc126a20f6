import type { Level } from '../../../contracts/clause.ts'
import type { ClauseId } from '../../../contracts/clauses.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import { invariantsOf } from '../record/invariant-reports.ts'
import type { ReportFile } from '../record/report-file.ts'
import { type CheckReport, exitCodeOf, type RunReport } from '../record/run-report.ts'
import { compareSettings, type SettingChange } from './compare-settings.ts'

/** What a report says of a check; `not-run` where it has no result of it. */
export type ComparedState = CheckReport['state'] | 'not-run'

/** One check in the earlier report and in this one. */
export interface CheckChange {
  readonly check: string
  readonly clause: ClauseId
  readonly level: Level
  readonly claim: string
  readonly earlier: ComparedState
  readonly now: ComparedState
  /** Of a check that is broken in both: whether by the very same case. */
  readonly sameCase?: boolean
}

/** A run beside the earlier run of the same connector. Plain data, in the order of the contract. */
export interface RunComparison {
  readonly target: string
  readonly newlyBroken: readonly CheckChange[]
  /** Broken before, and holds now. */
  readonly newlyFixed: readonly CheckChange[]
  readonly stillBroken: readonly CheckChange[]
  /** Held or broken before, and not judged now: whoever was broken is not fixed by that. */
  readonly noLongerJudged: readonly CheckChange[]
  /** Not judged before, and holds now. */
  readonly newlyJudged: readonly CheckChange[]
  /** How many say the same as before, the broken ones included. */
  readonly unchanged: number
  /** What else differs, so that not the connector alone may be the reason. */
  readonly settings: readonly SettingChange[]
  /** Whether a data source of one name says something else now. */
  readonly dataSourceChanged: boolean
}

/** A report beside an earlier one. */
export interface Comparison {
  /** What the reader calls the earlier report: its file. */
  readonly earlier: string
  readonly runs: readonly RunComparison[]
  /** Targets that only one of the two reports has. */
  readonly onlyNow: readonly string[]
  readonly onlyEarlier: readonly string[]
  /** Why one of them, or both, cannot be relied on; a line each. */
  readonly incomplete: readonly string[]
}

/**
 * Compares two reports run by run, check by check.
 *
 * @param name what to call the earlier report
 */
export function compareReports(now: ReportFile, earlier: ReportFile, name: string): Comparison {
  const pairs = pairsOf(now.runs, earlier.runs)
  const paired = new Set(pairs.flat())
  const unpaired = ({ runs }: ReportFile) =>
    runs.filter((run) => !paired.has(run)).map(({ target }) => target)
  return {
    earlier: name,
    runs: pairs.map(([run, before]) => compareRuns(run, before)),
    onlyNow: unpaired(now),
    onlyEarlier: unpaired(earlier),
    incomplete: [...doubts('this report', now), ...doubts('the earlier report', earlier)],
  }
}

/** Runs of the same target; where each report has one run alone, these, whatever they are called. */
function pairsOf(
  now: readonly RunReport[],
  earlier: readonly RunReport[],
): readonly (readonly [RunReport, RunReport])[] {
  const [only] = now
  const [before] = earlier
  if (now.length === 1 && earlier.length === 1 && only && before) return [[only, before]]
  const left = [...earlier]
  return now.flatMap((run) => {
    const at = left.findIndex(({ target }) => target === run.target)
    return at === -1 ? [] : left.splice(at, 1).map((found) => [run, found] as const)
  })
}

function doubts(which: string, report: ReportFile): readonly string[] {
  const why = whyIncomplete(report)
  const troubled = report.runs.filter((run) => exitCodeOf(run) === 3)
  return [
    ...(why === undefined ? [] : [`${which} is incomplete: ${why}`]),
    ...troubled.map(({ target }) => `the run of ${target} in ${which} has no verdict`),
  ]
}

function compareRuns(now: RunReport, earlier: RunReport): RunComparison {
  const changes = checksOf(now, earlier).map((check) => changeOf(check, now, earlier))
  const those = (holds: (change: CheckChange) => boolean) => changes.filter(holds)
  return {
    target: now.target,
    newlyBroken: those((each) => isBroken(each.now) && !isBroken(each.earlier)),
    newlyFixed: those((each) => each.now === 'held' && isBroken(each.earlier)),
    stillBroken: those((each) => isBroken(each.now) && isBroken(each.earlier)),
    noLongerJudged: those((each) => !isJudged(each.now) && isJudged(each.earlier)),
    newlyJudged: those((each) => each.now === 'held' && !isJudged(each.earlier)),
    unchanged: those((each) => kindOf(each.now) === kindOf(each.earlier)).length,
    settings: compareSettings(now, earlier),
    dataSourceChanged:
      now.data_source.name === earlier.data_source.name &&
      now.data_source.hash !== earlier.data_source.hash,
  }
}

/** Every check that either has a result of: in the order of this report, then what only the earlier one has. */
function checksOf(now: RunReport, earlier: RunReport): readonly CheckReport[] {
  const own = claimsIn(now)
  const known = new Set(own.map(({ check }) => check))
  return [...own, ...claimsIn(earlier).filter(({ check }) => !known.has(check))]
}

/** What holds of every answer is a check of its own here. */
function claimsIn(run: RunReport): readonly CheckReport[] {
  return [...run.checks, ...invariantsOf(run)]
}

function changeOf(
  { check, clause, level, claim }: CheckReport,
  now: RunReport,
  earlier: RunReport,
): CheckChange {
  const change = {
    check,
    clause,
    level,
    claim,
    earlier: stateIn(earlier, check),
    now: stateIn(now, check),
  }
  if (!isBroken(change.now) || !isBroken(change.earlier)) return change
  return { ...change, sameCase: caseIn(now, check) === caseIn(earlier, check) }
}

function stateIn(run: RunReport, name: string): ComparedState {
  return claimsIn(run).find(({ check }) => check === name)?.state ?? 'not-run'
}

function caseIn({ violations }: RunReport, name: string): string {
  const found = violations.find(({ check, invariant }) => (invariant ?? check) === name)
  return JSON.stringify(found?.counterexample) ?? ''
}

/** A waiver makes nothing hold. */
function isBroken(state: ComparedState): boolean {
  return state === 'violated' || state === 'waived'
}

function isJudged(state: ComparedState): boolean {
  return state === 'held' || isBroken(state)
}

function kindOf(state: ComparedState): 'broken' | 'held' | 'unjudged' {
  if (isBroken(state)) return 'broken'
  return state === 'held' ? 'held' : 'unjudged'
}
