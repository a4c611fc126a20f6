import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { WindowCase } from '../kit/arbitraries/window.ts'
import type { ObservedCall } from './evidence.ts'
import { type Explainer, fitsAll } from './explainer.ts'
import { explainersFor } from './explainers.ts'
import { type Observation, observationsIn } from './observation.ts'
import type { Probe, ProbeCase } from './probe.ts'
import { WINDOWS_THAT_TELL } from './telling-windows.ts'

/** A second call, with the metadata of the first, and an offset that it must not go by. */
const CONTINUED = { offset: 11, length: 3 }

/**
 * Explains wrong rows: in words, by each explanation that fits all these calls, and, so that none fits by
 * accident, all calls of a few more windows too. Empty where none does.
 *
 * @param calls the calls of the smallest case
 * @param source the data source that they were made at
 * @param probe asks the connector for one more window, in a session of its own
 */
export async function explainRows(
  calls: readonly ObservedCall[],
  source: DataSource,
  probe: Probe,
): Promise<readonly string[]> {
  const observations = observationsIn(calls, source)
  const candidates = explainersFor(source).filter((explainer) => fitsAll(explainer, observations))
  const probed = new Map<string, Promise<readonly Observation[]>>()
  const ask = (window: WindowCase) => {
    const probeCase = likeThese(observations, window)
    const key = JSON.stringify(probeCase)
    const answer = probed.get(key) ?? probe(probeCase).then((made) => observationsIn(made, source))
    probed.set(key, answer)
    return answer
  }
  const explanations: string[] = []
  for (const explainer of candidates) {
    if (await fitsProbes(explainer, ask)) explanations.push(explainer.sentence)
  }
  return [...new Set(explanations)]
}

async function fitsProbes(
  explainer: Explainer,
  ask: (window: WindowCase) => Promise<readonly Observation[]>,
): Promise<boolean> {
  const observations: Observation[] = []
  for (const window of explainer.windows ?? WINDOWS_THAT_TELL) {
    observations.push(...(await ask(window)))
  }
  return fitsAll(explainer, observations)
}

/** Asked as in the case that is to be explained: in texts where it was, with metadata where it was. */
function likeThese(observations: readonly Observation[], window: WindowCase): ProbeCase {
  const asText = observations.some(({ window: { asked } }) => typeof asked.offset === 'string')
  const isChain = observations.some(({ window: asked }) => 'continuesAt' in asked)
  return { ...window, asText, continued: isChain ? CONTINUED : null }
}
