import type { WindowCase } from '../kit/arbitraries/window.ts'
import { isRight, type Observation } from './observation.ts'

/**
 * What one call says of a possible explanation: it went wrong just so, it went as it would have to (right,
 * perhaps), or it went otherwise, so that the explanation is wrong.
 */
export type Fit = 'shows' | 'agrees' | 'contradicts'

/** A possible explanation of wrong rows. */
export interface Explainer {
  readonly sentence: string
  readonly judge: (observation: Observation) => Fit
  /** Windows at which the defect would have to show, where the usual ones may be too small for it. */
  readonly windows?: readonly WindowCase[]
}

/** Whether an explanation fits every one of these calls, and at least one of them is wrong by it. */
export function fitsAll({ judge }: Explainer, observations: readonly Observation[]): boolean {
  const fits = observations.map((observation) => {
    const fit = judge(observation)
    return fit === 'shows' && isRight(observation) ? 'agrees' : fit
  })
  return fits.includes('shows') && !fits.includes('contradicts')
}
