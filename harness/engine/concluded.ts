import type { Check } from '../kit/define-check.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'
import type { CaseRunner } from './case-runner.ts'
import { explainFailed } from './explain-failed.ts'
import type { FailedCase } from './failed-case.ts'
import type { Extent } from './found/extent.ts'
import type { CheckResult, NotShown, Violation, WaivedViolation } from './found/result.ts'
import { notShown } from './found/shown.ts'
import { type Repeated, repeatFailed } from './repeat-failed.ts'
import type { RunOptions } from './run-options.ts'
import type { SetAside } from './waivers/set-aside.ts'

/** What the cases of a check have shown, once all are through. */
export interface Tried {
  readonly runner: CaseRunner
  /** What waivers cover. */
  readonly aside: SetAside
  /** The case that counts; undefined: none has failed. */
  readonly failed: FailedCase | undefined
  readonly extent: Extent | undefined
  readonly cells: readonly MatrixCell[]
  /** Listed cases that the run does not try. */
  readonly leftOut: number
  /** Cases that the run did not come to before its time was spent. */
  readonly notCome: number
  readonly listed: readonly unknown[]
  /** The ids of cases of earlier runs that hold now. */
  readonly fixed: readonly string[]
}

/** What that comes to: whoever failed is repeated and explained, and what nobody has shown is looked at once more. */
export async function concluded(
  check: Check,
  options: RunOptions,
  tried: Tried,
): Promise<CheckResult> {
  const { runner, aside, failed } = tried
  const matrix = tried.cells.length === 0 ? {} : { matrix: tried.cells }
  const untried = tried.leftOut + tried.notCome
  const leftOut = untried === 0 ? {} : { leftOut: untried }
  const cases = runner.tried
  const waived = await waivedBy(check, options, aside)
  if (failed !== undefined) {
    const { restsOnTime, ...times } = await repeated(runner, failed)
    const violation = { ...(await violationOf(check, options, failed, tried.extent)), ...times }
    const by = aside.waiversOf(failed)
    if (by.length === 0) {
      const also = {
        ...(restsOnTime ? ({ restsOnTime } as const) : {}),
        ...(waived.length === 0 ? {} : { waived }),
      }
      return { state: 'violated', cases, ...leftOut, violation, ...also, ...matrix }
    }
    waived.push({ violation, by })
    return { state: 'waived', cases, ...leftOut, waived, isLast: true, ...matrix }
  }
  if (waived.length > 0) return { state: 'waived', cases, ...leftOut, waived, ...matrix }
  const notShownWith = (shown: Omit<NotShown, 'state' | 'reason'>) =>
    notShown(check, options.declarations, shown)
  if (cases === 0) return withoutCases(check, tried, notShownWith)
  if (!runner.isShown) await runner.lookAgain(tried.listed)
  if (!runner.isShown) return notShownWith({ cases, ...leftOut, ...matrix })
  const fixed = tried.fixed.length === 0 ? {} : { fixed: tried.fixed }
  return { state: 'held', cases, ...leftOut, ...fixed, ...matrix }
}

function repeated(runner: CaseRunner, failed: FailedCase): Promise<Repeated> {
  const { counterexample } = failed.violation
  return repeatFailed(failed, () => runner.tryAgain(counterexample))
}

/** That every case was passed over says nothing of a connector that asks nothing whatever is done. */
function withoutCases(
  check: Check,
  { runner, leftOut, notCome }: Tried,
  notShownWith: (shown: Omit<NotShown, 'state' | 'reason'>) => CheckResult,
): CheckResult {
  const { asksNothing, passedOver = 'no case of it applies' } = runner
  if (notCome > 0) {
    const reason = 'the time of the run was spent before any of its cases'
    return { state: 'not-shown', cases: 0, leftOut: leftOut + notCome, reason }
  }
  if (asksNothing && check.shows !== 'a case') return notShownWith({ cases: 0 })
  return { state: 'not-applicable', reason: passedOver }
}

async function waivedBy(
  check: Check,
  options: RunOptions,
  aside: SetAside,
): Promise<WaivedViolation[]> {
  const waived: WaivedViolation[] = []
  for (const group of aside.groups) {
    const violation = await violationOf(check, options, group.failed, aside.extentOf(group))
    waived.push({ violation, by: group.by })
  }
  return waived
}

async function violationOf(
  check: Check,
  options: RunOptions,
  failed: FailedCase,
  extent: Extent | undefined,
): Promise<Violation> {
  const { explained = true } = options
  const explanation = explained ? await explainFailed(check, failed, options) : []
  return { ...failed.violation, explanation, ...(extent === undefined ? {} : { extent }) }
}
