import type { Arbitrary } from 'fast-check'
import type { Check } from '../kit/define-check.ts'
import { CheckRun } from './check-run.ts'
import type { CheckResult } from './found/result.ts'
import { AnswerWatch } from './invariants/answer-watch.ts'
import type { RunOptions } from './run-options.ts'

/** How often a check begins anew for a case that was slow when it failed, and did not fail each time. */
const MOST_ANEW = 2

/**
 * Runs one check against one connector, and holds every answer that it meets against the invariants. Never rejects:
 * trouble of the harness is a result too.
 */
export async function runCheck(check: Check, options: RunOptions): Promise<CheckResult> {
  const reason = check.notFor(options)
  if (reason !== undefined) return { state: 'not-applicable', reason }
  const judges = (options.invariants ?? []).length > 0
  for (let anew = MOST_ANEW; ; anew -= 1) {
    const watch = new AnswerWatch(check, options)
    const run = new CheckRun(check, { ...options, caseMet: watch.add.bind(watch) })
    options.begun?.(() => ({ ...run.sofar(), ...(judges ? { answers: watch.sofar() } : {}) }))
    const result = await resultOf(check, run, watch, options)
    if (anew > 0 && isOfAMoment(result)) continue
    return judges ? { ...result, answers: await watch.end() } : result
  }
}

/** What a busy machine may have done, and what of the check was not tried for it. */
function isOfAMoment(result: CheckResult): boolean {
  return (
    result.state === 'violated' &&
    result.restsOnTime === true &&
    result.violation.failed !== undefined
  )
}

async function resultOf(
  check: Check,
  run: CheckRun,
  watch: AnswerWatch,
  options: RunOptions,
): Promise<CheckResult> {
  try {
    for (const stored of options.stored?.[check.name] ?? []) {
      await (stored.invariant === undefined ? run.tryStored(stored) : watch.tryStored(stored))
    }
    const cases = check.cases(options)
    await (isArbitrary(cases) ? run.trySampled(cases) : run.tryListed(run.affordable(cases)))
    const result = await run.result()
    return run.isCutShort ? { ...result, cutShort: true } : result
  } catch (error) {
    return { state: 'undecided', reason: reasonOf(error) }
  }
}

function isArbitrary(cases: Arbitrary<unknown> | readonly unknown[]): cases is Arbitrary<unknown> {
  return !Array.isArray(cases)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
