import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Check } from '../../../harness/kit/define-check.ts'
import { CLAIMS } from '../../support/claims.ts'
import { DEFECTS } from '../defects.ts'
import { CORRECT_CONNECTORS, type CorrectConnector } from './correct.ts'
import type { Defect } from './wrap.ts'

/** A correct connector with a defect. */
export interface Pair {
  readonly defect: Defect
  readonly correct: CorrectConnector
  readonly make: ConnectorFactory
}

export const capabilitiesOf = ({ source, mode, declarations, scheme }: CorrectConnector) => ({
  source,
  mode,
  declarations,
  scheme,
})

export function checkFor({ caughtBy }: Defect): Check {
  const check = CLAIMS.find(({ name }) => name === caughtBy)
  if (check === undefined) throw new Error(`there is no check ${caughtBy}`)
  return check
}

/** The connector with the defect; undefined where that cannot be put to it, or is nothing that its check looks at. */
export function pairOf(defect: Defect, correct: CorrectConnector): Pair | undefined {
  if (checkFor(defect).notFor(capabilitiesOf(correct)) !== undefined) return undefined
  const make = defect.wrap(correct)
  return make && { defect, correct, make }
}

/** Every defect put to every correct connector to which the check that must catch it applies. */
export function allPairs(): readonly Pair[] {
  return DEFECTS.flatMap((defect) =>
    CORRECT_CONNECTORS.flatMap((correct) => pairOf(defect, correct) ?? []),
  )
}

/** Of each defect one pair: the connectors take turns, each seed begins with another one. */
export function sampleOf(pairs: readonly Pair[], seed: number): readonly Pair[] {
  const byDefect = [...Map.groupBy(pairs, ({ defect }) => defect).values()]
  return byDefect.flatMap((own, index) => own[(index + seed) % own.length] ?? [])
}
