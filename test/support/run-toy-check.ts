import fc from 'fast-check'
import type { CheckResult } from '../../harness/engine/found/result.ts'
import { runCheck } from '../../harness/engine/run-check.ts'
import type { RunOptions } from '../../harness/engine/run-options.ts'
import { type CheckDefinition, defineCheck } from '../../harness/kit/define-check.ts'
import { violated } from '../../harness/kit/expectations.ts'
import { sessionOptions } from './toy-session.ts'

/** Made cases of a toy check. */
export const RUNS = 20
/** The largest made case. */
export const MOST = 1_000

/** Runs a toy check; its cases are numbers, if it does not say otherwise. */
export function runToyCheck(
  definition: Partial<CheckDefinition<number>>,
  options: Partial<RunOptions> = {},
): Promise<CheckResult> {
  const check = defineCheck<number>({
    clause: 'PAGE-1',
    aspect: 'toy',
    claim: 'small enough',
    cases: () => fc.nat({ max: MOST }),
    run: async () => {},
    // Most of them ask nothing.
    shows: 'a case',
    ...definition,
  })
  const { name: _, ...session } = sessionOptions()
  return runCheck(check, { ...session, seed: 1, runs: RUNS, shrinks: 300, ...options })
}

/** Finds every number of `least` or more. */
export const below = (least: number, tried: number[] = []) => ({
  run: async (_session: unknown, example: number) => {
    tried.push(example)
    if (example >= least) violated(`less than ${least}`, String(example))
  },
})
