import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../contracts/declarations.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Sight } from '../../../harness/kit/define-check.ts'
import type { Session } from '../../../harness/kit/session.ts'
import { runToyCheck } from '../../support/run-toy-check.ts'
import { request, toyDriver } from '../../support/toy-driver.ts'
import { verdicts } from '../../variants/verdict.ts'

const CANNED = fileURLToPath(new URL('../../variants/answers-by-itself.ts', import.meta.url))

/** Fails, and asks only where it pings. */
const driver = toyDriver({
  ping: async (call) => {
    await request(call, '/ping')
    return { success: true }
  },
  status: async (call) => {
    await request(call, '/searches/none')
    return { success: false, code: 'no_results', error: 'no such search' }
  },
  results: async () => ({ success: true, data: [] }),
})

function toy(shows: Sight, ask: (session: Session) => Promise<unknown>, change = {}) {
  const check = {
    shows,
    cases: () => [1, 2],
    run: async (session: Session) => void (await ask(session)),
  }
  return runToyCheck(check, { driver, ...change })
}

const ping = ({ connector }: Session) => connector.ping()
const status = ({ connector }: Session) => connector.status('none')
const results = ({ connector }: Session) => connector.results('none', 0, 1)

describe('a check in which no case fails', () => {
  it.each<[Sight, (session: Session) => Promise<unknown>]>([
    ['a case', results],
    ['a request', ping],
    ['a success', ping],
    ['a failure', status],
  ])('holds once it has seen %s', async (shows, ask) => {
    expect(await toy(shows, ask)).toMatchObject({ state: 'held', cases: 2 })
  })

  it.each<[Sight, (session: Session) => Promise<unknown>, string]>([
    ['a request', results, 'no request reached the data source in any of its 2 cases'],
    ['a success', status, 'no call that asks the data source succeeded in any of its 2 cases'],
    ['a failure', ping, 'no call that asks the data source failed in any of its 2 cases'],
    ['a page', results, 'no page was read from the data source in any of its 2 cases'],
  ])('is not shown to hold where it has seen anything but %s', async (shows, ask, reason) => {
    expect(await toy(shows, ask)).toEqual({ state: 'not-shown', cases: 2, reason })
  })

  it('has to have seen it once', async () => {
    let turn = 0
    const once = (session: Session) => (turn++ === 0 ? ping(session) : results(session))
    expect(await toy('a request', once)).toMatchObject({ state: 'held', cases: 2 })
  })

  it('does not apply where its author declares so and it has seen nothing', async () => {
    const declarations = Declarations.parse({ not_applicable: { 'PAGE-1': 'it has no rows' } })
    expect(await toy('a page', results, { declarations })).toEqual({
      state: 'not-applicable',
      reason: 'its author declares: it has no rows',
    })
    expect(await toy('a request', ping, { declarations })).toMatchObject({ state: 'held' })
  })
})

it('a connector that answers everything by itself is shown to hold nothing of these', async () => {
  const names = ['LIFE-3', 'PAGE-8', 'NET-5', 'SEC-2 redirect']
  const checks = CHECKS.filter(({ name }) => names.includes(name))
  const target = { kind: 'module', specifier: CANNED, from: '/' } as const
  const found = await verdicts(target, checks, { scheme: 'http', runs: 1 })
  expect(found.map(({ check, result }) => [check.name, result.state])).toEqual(
    names.map((name) => [name, 'not-shown']),
  )
})
