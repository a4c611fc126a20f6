import type { ObservedCall } from '../explain/evidence.ts'
import { explainViolation } from '../explain/explain-violation.ts'
import { makeProbe, type ProbeCase } from '../explain/probe.ts'
import type { Check } from '../kit/define-check.ts'
import type { FailedCase } from './failed-case.ts'
import type { CaseOptions } from './run-case.ts'
import { openSession } from './session/open-session.ts'

/**
 * Explains a failed case, as clauses of a sentence with secrets masked; empty where nothing known fits.
 * Asks the connector again, in sessions of their own, where an explanation has to prove itself.
 */
export async function explainFailed(
  { clause, name }: Pick<Check, 'clause' | 'name'>,
  { evidence, violation }: FailedCase,
  options: Omit<CaseOptions, 'name'>,
): Promise<readonly string[]> {
  const { calls, secrets } = evidence
  const probe = async (probeCase: ProbeCase): Promise<readonly ObservedCall[]> => {
    const session = await openSession({ ...options, name: `${options.seed}/${name}/probe` })
    try {
      await makeProbe(session, probeCase)
      return session.calls
    } finally {
      await session.close()
    }
  }
  const { declarations, source } = options
  const { expected, actual, counterexample, snapshot } = violation
  const faults = snapshot.faults.map(({ spec }) => spec)
  const told = { clause, calls, expected, actual, counterexample, faults }
  const explanations = await explainViolation({ ...told, declarations, source, probe })
  return explanations.map((words) => secrets.mask(words))
}
