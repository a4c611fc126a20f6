import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ClauseId } from '../../../contracts/clauses.ts'
import type { Call, Driver } from '../../../harness/drivers/driver.ts'
import type { Violation } from '../../../harness/engine/found/result.ts'
import { runCase } from '../../../harness/engine/run-case.ts'
import { type CheckDefinition, defineCheck } from '../../../harness/kit/define-check.ts'
import { violated } from '../../../harness/kit/expectations.ts'
import type { Session } from '../../../harness/kit/session.ts'
import { CaseNotApplicable } from '../../../harness/kit/violation.ts'
import { request, toyDriver } from '../../support/toy-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'

type Run = CheckDefinition<number>['run']

function runOne(run: Run, driver: Driver = toyDriver({ ping: () => 'pong' })) {
  const check = defineCheck<number>({ clause: 'PAGE-1', claim: 'it holds', cases: () => [], run })
  return runCase(check, 7, { ...sessionOptions({ driver }), seed: 3 })
}

async function violationOf(run: Run, driver?: Driver): Promise<Violation> {
  const result = await runOne(run, driver)
  if (result.state !== 'violated') throw new Error(result.state)
  return result.violation
}

describe('one case of a check', () => {
  it('holds, is violated, or says nothing', async () => {
    expect(await runOne(async () => {})).toMatchObject({ state: 'held' })
    expect(await runOne(async () => violated('this', 'that'))).toMatchObject({
      state: 'violated',
      violation: { check: 'PAGE-1', counterexample: 7, seed: 3, expected: 'this', actual: 'that' },
    })
    const notHere = async () => {
      throw new CaseNotApplicable('not here')
    }
    expect(await runOne(notHere)).toMatchObject({ state: 'passed-over', reason: 'not here' })
  })

  it("rejects where the trouble is not the connector's", async () => {
    const trouble = async () => {
      throw new TypeError('no such member')
    }
    await expect(runOne(trouble)).rejects.toThrow('no such member')
  })
})

describe('a case whose calls are slow and ask nothing', () => {
  /** Calls that connect, and take long, as they say themselves. */
  const slow = toyDriver(
    {},
    {
      call: async ({ connection: { host, port } }) => {
        const socket = connect(port, host)
        await once(socket, 'connect')
        await once(socket.end(), 'close')
        return {
          ...{ kind: 'answered', value: { success: false }, stdout: '', stderr: '' },
          milliseconds: 2_000,
        }
      },
    },
  )

  async function runsOf(prepare: (session: Session) => void): Promise<number> {
    let runs = 0
    await runOne(async (session) => {
      runs += 1
      prepare(session)
      await session.connector.ping()
    }, slow)
    return runs
  }

  it('is tried once more: a busy machine may have kept a request from coming in time', async () => {
    expect(await runsOf(() => {})).toBe(2)
  })

  it('is not where a fault struck them, which is what the case is about', async () => {
    const silent = ({ dataSource }: Session) => void dataSource.fault({ kind: 'silent-connection' })
    expect(await runsOf(silent)).toBe(1)
  })
})

describe('the call that broke a clause', () => {
  it('is the latest one, with what the case changed about the connection', async () => {
    const { latestCall } = await violationOf(async ({ connector, connectorAt }) => {
      await connector.ping()
      await connectorAt({ without: ['selfSignedCert'], credentials: { password: 'wrong' } }).ping()
      violated('this', 'that')
    })
    const change = { without: ['selfSignedCert'], credentials: { password: 'wrong' } }
    expect(latestCall).toEqual({ method: 'ping', arguments: [], change, elsewhere: false })
  })

  it('is elsewhere where it went to a second data source, or was sent on to one', async () => {
    const gone = await violationOf(async ({ anotherDataSource }) => {
      await (await anotherDataSource()).connector.ping()
      violated('this', 'that')
    })
    const sentOn = await violationOf(async ({ connector, dataSource, anotherDataSource }) => {
      dataSource.fault({ kind: 'redirect', to: (await anotherDataSource()).url })
      await connector.ping()
      violated('this', 'that')
    })
    const stayed = await violationOf(async ({ connector, anotherDataSource }) => {
      await anotherDataSource()
      await connector.ping()
      violated('this', 'that')
    })
    const elsewhere = [gone, sentOn, stayed].map(({ latestCall }) => latestCall?.elsewhere)
    expect(elsewhere).toEqual([true, true, false])
  })

  it('is none where it was given what no JSON holds', async () => {
    const { latestCall } = await violationOf(
      async ({ connector }) => {
        await connector.call('status', 'id', { at: new Date(0) })
        violated('this', 'that')
      },
      toyDriver({ status: () => true }),
    )
    expect(latestCall).toBeUndefined()
  })

  it('has marks for credentials, and so has the state before it', async () => {
    const driver = toyDriver({ status: () => true })
    let password = ''
    const violation = await violationOf(async ({ connector, dataSource, secrets }) => {
      password = secrets.form('plain')
      dataSource.fault({ kind: 'api-error', code: 1020, message: `no: ${secrets.form('percent')}` })
      await connector.status(password)
      violated('this', 'that')
    }, driver)
    expect(violation.latestCall?.arguments).toEqual(['{{password, plain}}'])
    expect(violation.snapshot).toMatchObject({
      settings: { accounts: [] },
      faults: [{ spec: { message: 'no: {{password, percent}}' } }],
    })
    expect(password).not.toBe('')
    expect(JSON.stringify(violation)).not.toContain(password)
  })
})

describe('a case whose answer breaks what holds of every answer', () => {
  const ROWS = [{ id: 'a' }, { id: 'b' }]

  async function wrongAfter(clause: ClauseId, driver: Driver) {
    const run: Run = async ({ connector }) => {
      await connector.results('id', 0, 1)
      violated('this', 'that')
    }
    const check = defineCheck<number>({ clause, claim: 'it holds', cases: () => [], run })
    const invariants = ['PAGE-3 every answer', 'PAGE-8 every answer']
    const options = { ...sessionOptions({ driver }), seed: 3, invariants }
    const result = await runCase(check, 7, options)
    return {
      state: result.state,
      broken: result.met.filter(({ broken }) => broken.length > 0).length,
      ...(result.state === 'violated' ? { repeats: result.violation.repeats } : {}),
    }
  }

  it('says so where a check of the same clause finds it too', async () => {
    const tooMany = toyDriver({ results: () => ({ success: true, data: ROWS }) })
    const repeats = 'PAGE-3 every answer'
    expect(await wrongAfter('PAGE-3', tooMany)).toEqual({ state: 'violated', broken: 1, repeats })
    expect(await wrongAfter('PAGE-1', tooMany)).toEqual({ state: 'violated', broken: 1 })
  })

  it('says no more where the call went on asking until it was ended', async () => {
    const asks = async (call: Call) => {
      for (let count = 0; count < 12; count += 1) await request(call, '/searches/id')
    }
    const endless = toyDriver(
      {},
      {
        call: async (call) => {
          await asks(call)
          return { kind: 'timed-out', afterMilliseconds: 1, stdout: '', stderr: '' }
        },
      },
    )
    expect(await wrongAfter('PAGE-2', endless)).toEqual({ state: 'passed-over', broken: 1 })
    const finite = toyDriver({ results: asks })
    expect(await wrongAfter('PAGE-2', finite)).toEqual({ state: 'violated', broken: 1 })
  })
})
