import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import { runCase } from '../../harness/engine/run-case.ts'
import { defineCheck } from '../../harness/kit/define-check.ts'
import { describeAnswer, violated } from '../../harness/kit/expectations.ts'
import { sessionOptions } from '../support/toy-session.ts'
import { BEHAVIOURS, moduleThatHarmsWhereAsked, WHEN } from './behaviours.ts'
import { HostileFolder } from './support/hostile-folder.ts'
import { BOUNDS } from './support/judge.ts'

const SEED = 20
const RUNS = 3
const DEADLINE_MILLISECONDS = 3_000

/** Asks for harm and whatever comes of it, or makes a search, which has to succeed. */
const CHECK = defineCheck<string | null>({
  clause: 'ENV-1',
  aspect: 'hostile',
  claim: 'a search is made',
  cases: () => [],
  async run(session, harm) {
    if (harm !== null) return void (await session.connector.status(harm))
    const answer = await session.connector.query(session.source.query.all)
    if (answer.reading.kind !== 'success') violated('a search', describeAnswer(answer))
  },
})

const harm = fc
  .tuple(fc.constantFrom(...Object.keys(BEHAVIOURS)), fc.constantFrom(...Object.keys(WHEN)))
  .map(([behaviour, moment]) => `harm/${behaviour}/${moment}`)
const plan = fc.array(fc.option(harm, { freq: 2 }), { minLength: 4, maxLength: 8 })

it('a case holds whatever is done by others at the same time', { timeout: 120_000 }, async () => {
  const folder = new HostileFolder()
  onTestFinished(() => folder.remove())
  const file = folder.write('harms where asked', 'js', moduleThatHarmsWhereAsked())
  const target = { kind: 'module', specifier: `./${file}`, from: folder.path } as const
  const driver = await openDriver(target, BOUNDS)
  onTestFinished(() => driver.close())
  const options = sessionOptions({ driver, deadlineMilliseconds: DEADLINE_MILLISECONDS })
  const holds = fc.asyncProperty(plan, async (harms) => {
    const cases = [...harms, null]
    const results = await Promise.all(
      cases.map((each, index) =>
        runCase(CHECK, each, { ...options, seed: SEED, name: `case ${index}` }),
      ),
    )
    const untouched = results.filter((_, index) => cases[index] === null)
    const broken = untouched.flatMap((result) =>
      result.state === 'violated' ? [result.violation.actual] : [],
    )
    expect(broken).toEqual([])
  })
  await fc.assert(holds, { seed: SEED, numRuns: RUNS, endOnFailure: true })
})
