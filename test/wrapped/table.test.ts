import { describe, expect, it } from 'vitest'
import { CLAIMS } from '../support/claims.ts'
import { DEFECTS } from './defects.ts'
import { CORRECT_CONNECTORS } from './support/correct.ts'
import { allPairs, capabilitiesOf, sampleOf } from './support/pairs.ts'
import { verdictOn } from './support/verdict-on.ts'

/** Which connector each defect is put to here; `npm run prove` puts it to all. */
const SEED = 1
/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000
/** Where a redirect leads is seen below HTTP clients, which a defect of this table does not reach. */
const BELOW_CLIENTS = ['SEC-2 redirect']
/** A connector in process has no standard output of its own. */
const OF_COMMANDS = ['ENV-1 nothing behind']

const PAIRS = allPairs()
const named = PAIRS.map((pair) => ({
  pair,
  defect: pair.defect.defect,
  caughtBy: pair.defect.caughtBy,
  connector: pair.correct.name,
}))
const sample = new Set(sampleOf(PAIRS, SEED))

describe('a defect put to a correct connector', () => {
  it.concurrent.each(named.filter(({ pair }) => sample.has(pair)))(
    'is caught by $caughtBy: $defect, in $connector',
    { timeout: TIMEOUT_MILLISECONDS },
    async ({ pair }) => {
      const { state } = await verdictOn(pair, 1)
      // A check may find nothing to look at: a connector that needs no second page, say.
      expect(['violated', 'not-applicable']).toContain(state)
    },
  )

  it.each(CORRECT_CONNECTORS)('is there for every check that says anything of $name', (correct) => {
    const names = CLAIMS.filter((check) => check.notFor(capabilitiesOf(correct)) === undefined)
      .map(({ name }) => name)
      .filter((name) => ![...BELOW_CLIENTS, ...OF_COMMANDS].includes(name))
    const caught = PAIRS.filter((pair) => pair.correct === correct).map(
      ({ defect }) => defect.caughtBy,
    )
    const missing = names.filter((name) => !caught.includes(name))
    // What cannot be put to a connector is about requests that it does not show, or a certificate that it is not given.
    const cannotBePut = (name: string) =>
      DEFECTS.filter(({ caughtBy }) => caughtBy === name).every(
        (each) => each.wrap(correct) === undefined,
      )
    expect(missing.filter((name) => !cannotBePut(name))).toEqual([])
  })
})

describe('the sample of a seed', () => {
  it('has every defect once', () => {
    const defects = [...sample].map(({ defect }) => defect)
    expect(new Set(defects)).toEqual(new Set(DEFECTS))
    expect(defects).toHaveLength(DEFECTS.length)
  })

  it('is another one for each of as many seeds as there are connectors', () => {
    const seeds = CORRECT_CONNECTORS.map((_, index) => index)
    const tried = new Set(seeds.flatMap((seed) => sampleOf(PAIRS, seed)))
    expect(tried).toEqual(new Set(PAIRS))
  })
})
