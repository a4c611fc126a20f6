import { expect, it } from 'vitest'
import type { Target } from '../../../harness/drivers/target.ts'
import type { Plan } from '../../../harness/engine/plan.ts'
import { ResultCollector } from '../../../harness/report/from-vitest.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { fitsHere, runHere } from '../../../harness/run/run-here.ts'
import { runSuites } from '../../../harness/run/run-suites.ts'
import { brokenPath } from '../../broken/support/broken-files.ts'
import { verifyOptions } from '../../support/made-options.ts'
import { openTrusted } from '../../support/open-trusted.ts'

const BROKEN: Target = {
  kind: 'module',
  specifier: brokenPath('life-4-canceled-at-zero-as-100.ts'),
  from: process.cwd(),
}

async function planOf(only: readonly string[], target = BROKEN): Promise<Plan> {
  const driver = await openTrusted(BROKEN)
  try {
    return {
      ...(await makePlan(verifyOptions({ target: BROKEN, only: [...only], runs: 1 }), driver)),
      target,
    }
  } finally {
    await driver.close()
  }
}

type Run = typeof runHere

async function collectedBy(run: Run, plan: Plan, stop?: AbortSignal) {
  const collector = new ResultCollector()
  await run(plan, { jobs: 1, stop }, collector)
  const { results, coverage, trouble, limits, asked } = collector
  return { results, coverage, trouble, limits, asked: asked.asked }
}

it('checks say the same here as in workers', { timeout: 60_000 }, async () => {
  const plan = await planOf(['MODE-1', 'LIFE-4'])
  const here = await collectedBy(runHere, plan)
  expect([...here.results].map(([check, { state }]) => [check, state])).toEqual([
    ['MODE-1', 'held'],
    ['LIFE-4', 'violated'],
  ])
  expect(await collectedBy(runSuites, plan)).toEqual(here)
})

it('a connector that does not start is trouble, and no result', async () => {
  const plan = await planOf(['MODE-1'], { ...BROKEN, specifier: './is-not-there.ts' })
  const { results, trouble } = await collectedBy(runHere, plan)
  expect({ results: results.size, trouble }).toEqual({
    results: 0,
    trouble: [expect.stringContaining('is-not-there.ts')],
  })
})

it('nothing is run once the run is stopped', async () => {
  const { results } = await collectedBy(runHere, await planOf(['MODE-1']), AbortSignal.abort())
  expect(results.size).toBe(0)
})

const TRIES = { 'MODE-1': { listed: 3, made: 0 }, 'PAGE-3': { listed: 40, made: 100 } }

it.each<[string, Partial<Plan>, boolean]>([
  [
    'one family of clauses, however long',
    { checks: ['PAGE-3'], tries: { 'PAGE-3': { listed: 0, made: 3_000 } } },
    true,
  ],
  ['several with few cases', { checks: ['MODE-1', 'PAGE-3'], tries: TRIES }, true],
  [
    'several with many',
    { checks: ['MODE-1', 'PAGE-3'], tries: { ...TRIES, 'PAGE-3': { listed: 40, made: 200 } } },
    false,
  ],
  ['a data source that is code', { dataSource: source('./ledger.ts') }, false],
  ['a data source that is described', { dataSource: source('./ledger.yaml') }, true],
])('of %s: %s', async (_, given, fits) => {
  expect(fitsHere({ ...(await planOf(['MODE-1'])), ...given })).toBe(fits)
})

function source(path: string): Plan['dataSource'] {
  return { name: 'ledger', title: 'Ledger', hash: '', from: { kind: 'file', path } }
}
