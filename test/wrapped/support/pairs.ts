import { CHECKS } from '../../../harness/checks/index.ts'
import type { Check } from '../../../harness/kit/define-check.ts'
import { DEFECTS } from '../defects.ts'
import { CORRECT_CONNECTORS, type CorrectConnector } from './correct.ts'
import type { Defect } from './wrap.ts'

/** A correct connector with a defect. */
export interface Pair {
  readonly defect: Defect
  readonly correct: CorrectConnector
}

export const capabilitiesOf = ({ source, mode, declarations }: CorrectConnector) => ({
  source,
  mode,
  declarations,
  scheme: 'http' as const,
})

export function checkFor({ caughtBy }: Defect): Check {
  const check = CHECKS.find(({ name }) => name === caughtBy)
  if (check === undefined) throw new Error(`there is no check ${caughtBy}`)
  return check
}

/** Every defect put to every correct connector to which the check that must catch it applies. */
export function allPairs(): readonly Pair[] {
  return DEFECTS.flatMap((defect) => {
    const check = checkFor(defect)
    return CORRECT_CONNECTORS.filter(
      (correct) => check.notFor(capabilitiesOf(correct)) === undefined,
    ).map((correct) => ({ defect, correct }))
  })
}

/** Of each defect one pair: the connectors take turns, each seed begins with another one. */
export function sampleOf(pairs: readonly Pair[], seed: number): readonly Pair[] {
  const byDefect = [...Map.groupBy(pairs, ({ defect }) => defect).values()]
  return byDefect.flatMap((own, index) => own[(index + seed) % own.length] ?? [])
}
