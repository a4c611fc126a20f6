import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../harness/checks/index.ts'
import { openDriver } from '../../../harness/drivers/open-driver.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import { Failure, failureOf } from '../../../harness/engine/failures/failure.ts'
import type { Violation } from '../../../harness/engine/found/result.ts'
import { runCase } from '../../../harness/engine/run-case.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import type { LifeStep } from '../../../harness/kit/lifecycle/life-steps.ts'
import { replay } from '../../../harness/run/replay.ts'
import { plannedAbc } from '../../support/abc-source.ts'
import { ConnectorFolder } from '../../support/connector-folder.ts'
import { madeFailure } from '../../support/made-failure.ts'
import { sessionOptions } from '../../support/toy-session.ts'

const INCLUSIVE_END = `results: (id, offset, length, metadata) =>
  correct.results(id, offset, Number(length) + 1, metadata)`

/** Every third call of `results` gives a row too many, counted in a file: whoever tries it finds chance. */
const COUNTED = `import { appendFileSync, statSync } from 'node:fs'
const CALLS = new URL('./calls', import.meta.url)
const turn = () => {
  appendFileSync(CALLS, '.')
  return statSync(CALLS).size
}`
const EVERY_THIRD = `results: (id, offset, length, metadata) =>
  correct.results(id, offset, Number(length) + (turn() % 3 === 0 ? 1 : 0), metadata)`

/** On a failure, the latest status of whichever search: kept for each account, thus for each session. */
const REMEMBERED_STATUS = `status: async (id) => {
  const answer = await correct.status(id)
  const account = configuration.auth.username
  if (answer.success) latest.set(account, answer)
  return answer.success || answer.code === 'no_results' ? answer : (latest.get(account) ?? answer)
}`

function checkOf(name: string) {
  const check = CHECKS.find((each) => each.name === name)
  if (check === undefined) throw new Error(`there is no check ${name}`)
  return check
}

/** What a check finds, and how to run single cases of it the same way. */
async function find(target: Target, name: string) {
  const driver = await openDriver(target)
  const options = { ...sessionOptions({ driver }), seed: 1, runs: 200, shrinks: 300 }
  const result = await runCheck(checkOf(name), options)
  if (result.state !== 'violated') throw new Error(`${name} ${result.state}`)
  const run = (example: unknown) => runCase(checkOf(name), example, options)
  return { violation: result.violation, run }
}

/** What is kept of a violation, as it is read again. */
function kept(violation: Violation, target: Target): Failure {
  const options = sessionOptions()
  const failure = failureOf(violation, {
    ...options,
    dataSource: plannedAbc,
    declarations: {},
    target,
  })
  return Failure.parse(JSON.parse(JSON.stringify(failure)))
}

/** What a violation says, but for the ports and names of its session. */
const findingOf = ({ expected, actual, counterexample, transcript, snapshot }: Violation) => ({
  ...{ expected, actual, counterexample, snapshot },
  calls: transcript.map(({ method, arguments: args, answer }) => ({ method, args, answer })),
})

async function folderWith(name: string, members: string, above = '') {
  const folder = await ConnectorFolder.make()
  await folder.writeConnector(name, members, above)
  const target: Target = { kind: 'module', specifier: `./${name}`, from: folder.path }
  return { folder, target }
}

describe('a failure', () => {
  it('of a sampled window replays exactly', async () => {
    const { target } = await folderWith('inclusive.ts', INCLUSIVE_END)
    const { violation } = await find(target, 'PAGE-1')
    const outcome = await replay(kept(violation, target), { target })
    if (outcome.state !== 'violated') throw new Error(outcome.state)
    expect(findingOf(outcome.violation)).toEqual(findingOf(violation))
  })

  it('that comes by chance is not fixed by one good try', async () => {
    const { folder, target } = await folderWith('third.ts', EVERY_THIRD, COUNTED)
    await writeFile(join(folder.path, 'calls'), '')
    const { violation } = await find(target, 'PAGE-1')
    expect(violation.failed).toEqual({ failed: expect.any(Number), of: 10 })

    await writeFile(join(folder.path, 'calls'), '')
    const outcome = await replay(kept(violation, target), { target })
    if (outcome.state !== 'violated') throw new Error(outcome.state)
    expect(outcome.violation.failed).toEqual({ failed: 3, of: 10 })
  })

  it('of interleaved calls and faults replays exactly, from the fewest steps that show it', async () => {
    const { target } = await folderWith(
      'remembers.ts',
      REMEMBERED_STATUS,
      'const latest = new Map()',
    )
    const { violation, run } = await find(target, 'LIFE-6')
    const outcome = await replay(kept(violation, target), { target })
    if (outcome.state !== 'violated') throw new Error(outcome.state)
    expect(findingOf(outcome.violation)).toEqual(findingOf(violation))

    const { steps } = violation.counterexample as { steps: LifeStep[] }
    expect(steps.map(({ step }) => step)).toContain('fault')
    for (const left of steps.keys()) {
      const fewer = steps.filter((_, index) => index !== left)
      expect({ fewer, state: (await run({ steps: fewer })).state }).toEqual({
        fewer,
        state: 'held',
      })
    }
  })

  it('is fixed where the case holds at another target, or at the same one as it is now', async () => {
    const { target } = await folderWith('inclusive.ts', INCLUSIVE_END)
    const { violation } = await find(target, 'PAGE-1')
    const correct: Target = { kind: 'module', specifier: 'abc', from: '.' }
    expect(await replay(kept(violation, target), { target: correct })).toEqual({ state: 'fixed' })
  })
})

describe('a failure that says nothing any more', () => {
  const correct: Target = { kind: 'module', specifier: 'abc', from: '.' }
  const ofHttps = madeFailure({ check: 'NET-4', clause: 'NET-4', scheme: 'http' })

  it.each([
    [
      'whose case has other members',
      madeFailure({ counterexample: { rows: 1 } }),
      'no longer fits',
    ],
    ['whose check is gone', madeFailure({ check: 'PAGE-1 colours' }), 'no check "PAGE-1 colours"'],
    [
      'of a synchronous connector, which is asynchronous now',
      madeFailure({ mode: 'synchronous' }),
      'was synchronous when the case failed, and is asynchronous now',
    ],
    ['of a check that does not apply', ofHttps, 'does not apply any more'],
    [
      'whose case the check cannot run',
      madeFailure({ counterexample: { rows: -1, pageSize: 0, offset: 0, length: 1 } }),
      'is none of this version',
    ],
  ])('%s: there is no verdict, and the reason is told', async (_, failure, reason) => {
    const outcome = await replay(failure, { target: correct })
    expect(outcome).toEqual({ state: 'no-verdict', reason: expect.stringContaining(reason) })
  })
})

describe('a failure found with a data source that is another one now', () => {
  const target: Target = { kind: 'module', specifier: 'abc', from: '.' }

  it('is tried all the same, and it is said', async () => {
    const data_source = { name: plannedAbc.name, hash: 'f'.repeat(64) }
    expect(await replay(madeFailure({ data_source }), { target })).toEqual({
      state: 'fixed',
      note: 'the data source has changed since',
    })
  })

  it('is tried without a word where nobody knows what it was', async () => {
    const data_source = { name: plannedAbc.name, hash: null }
    expect(await replay(madeFailure({ data_source }), { target })).toEqual({ state: 'fixed' })
  })

  it('whose case it has no state for gives no verdict', async () => {
    const failure = madeFailure({
      ...{ check: 'LIFE-7', clause: 'LIFE-7' },
      counterexample: { method: 'status', search: 'PAUSED' },
    })
    expect(await replay(failure, { target })).toEqual({
      state: 'no-verdict',
      reason: expect.stringContaining('fits ABC Security Monitor: it has no status "PAUSED"'),
    })
  })

  it('is tried with another one where that is wanted, and it is said', async () => {
    const data_source = { name: 'ledger-watch', hash: 'f'.repeat(64), file: './ledger.ts' }
    const outcome = await replay(madeFailure({ data_source }), { target })
    expect(outcome).toEqual({ state: 'fixed', note: 'it is tried with ABC Security Monitor' })
  })
})
