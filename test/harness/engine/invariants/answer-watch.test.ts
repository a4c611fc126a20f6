import { describe, expect, it } from 'vitest'
import type { Session } from '../../../../harness/kit/session.ts'
import { runToyCheck } from '../../../support/run-toy-check.ts'
import { toyDriver } from '../../../support/toy-driver.ts'

const INVARIANT = 'ENV-2'
const STORED = { id: '1a2b3c4d', example: 7, invariant: INVARIANT, tries: 10 }

/** A check of one call, whose answer breaks the invariant where its turn, counted from 0, is one of these. */
async function breaking(isBreaking: (turn: number) => boolean, stored = false) {
  let turn = -1
  const driver = toyDriver(
    {},
    {
      call: async () => {
        turn += 1
        const value = isBreaking(turn) ? { success: 'yes' } : { success: true }
        return { kind: 'answered', value, stdout: '', stderr: '', milliseconds: 1 }
      },
    },
  )
  const run = async ({ connector }: Session) => void (await connector.ping())
  const result = await runToyCheck(
    { cases: () => [7], run },
    {
      ...{ driver, invariants: [INVARIANT] },
      ...(stored ? { stored: { 'PAGE-1 toy': [STORED] } } : {}),
    },
  )
  return { state: result.state, answers: result.answers, tries: turn + 1 }
}

describe('an answer that breaks what holds of every answer', () => {
  it('is met once more, and no more where it breaks it each time', async () => {
    const { state, answers, tries } = await breaking(() => true)
    expect(state).toBe('held')
    expect(answers?.broken).toMatchObject([
      { violation: { clause: 'ENV-2', invariant: INVARIANT } },
    ])
    expect(answers?.broken[0]).not.toHaveProperty('violation.failed')
    expect(tries).toBe(2)
  })

  it('says how often it does, where it does so by chance', async () => {
    const { answers, tries } = await breaking((turn) => turn % 3 === 0)
    expect(answers?.broken).toMatchObject([{ violation: { failed: { failed: 4, of: 10 } } }])
    expect(tries).toBe(10)
  })
})

it('comes with the call to make again, and the state that its data source was in before', async () => {
  const driver = toyDriver({ status: async () => ({ success: 'yes' }) })
  const run = async ({ connector, dataSource }: Session) => {
    const { id } = await dataSource.completedSearch({ rows: 3 })
    await connector.ping()
    await connector.status(id)
  }
  const check = { cases: () => [7], run }
  const { answers } = await runToyCheck(check, { driver, invariants: [INVARIANT] })
  const { violation } = answers?.broken[0] ?? {}
  const [search] = violation?.snapshot.searches ?? []
  expect(search).toMatchObject({ status: 'COMPLETED' })
  expect(violation?.latestCall).toMatchObject({ method: 'status', arguments: [search?.id] })
})

describe('a case of an earlier run that did so by chance', () => {
  it('is tried as often, and is not fixed where it does so once', async () => {
    const { answers } = await breaking((turn) => turn === 4, true)
    expect(answers?.fixed).toBeUndefined()
    expect(answers?.broken).toHaveLength(1)
  })

  it('is fixed where it never does', async () => {
    const { answers, tries } = await breaking(() => false, true)
    expect(answers?.fixed).toEqual([STORED.id])
    expect(answers?.broken).toEqual([])
    expect(tries).toBe(11)
  })
})
