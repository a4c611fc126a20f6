import { describe, expect, it } from 'vitest'
import type { Call } from '../../../../harness/drivers/driver.ts'
import { CaseNotApplicable } from '../../../../harness/kit/violation.ts'
import { request, toyDriver } from '../../../support/toy-driver.ts'
import { withSession } from '../../../support/toy-session.ts'

const answers = { success: true }

/** Makes as many requests as its method's name is long, so that a mix-up shows. */
const chatty = async (call: Call) => {
  for (let turn = 0; turn < call.method.length; turn += 1) {
    await request(call, `/searches/${call.method}-${turn}`)
  }
  return answers
}

describe('a bound connector', () => {
  it('pairs each call with the exchanges that it caused, and with no other', async () => {
    const driver = toyDriver({ ping: chatty, status: chatty, is_async: () => true })
    await withSession(driver, async ({ connector }) => {
      const pathsOf = (answer: Awaited<ReturnType<typeof connector.ping>>) =>
        answer.exchanges.map(({ request: { path } }) => path.split('/').at(-1))
      expect(pathsOf(await connector.ping())).toEqual(['ping-0', 'ping-1', 'ping-2', 'ping-3'])
      expect(pathsOf(await connector.isAsync())).toEqual([])
      expect(pathsOf(await connector.status('a'))).toHaveLength('status'.length)
      expect(pathsOf(await connector.ping())).toHaveLength('ping'.length)
    })
  })

  it('tells the driver how many exchanges have come of a call, so that one which goes on is not given up', async () => {
    const seen: unknown[] = []
    const driver = toyDriver({
      ping: async (call) => {
        seen.push(call.exchanged?.())
        await chatty(call)
        seen.push(call.exchanged?.())
        return answers
      },
      status: async (call) => {
        for (let turn = 0; turn < 3; turn += 1) await chatty(call)
        return seen.push(call.exchanged?.())
      },
    })
    await withSession(driver, async ({ connector }) => {
      await connector.ping()
      await connector.ping()
      await connector.status('a')
    })
    // Of a call that makes more requests than any may, the further ones say nothing.
    expect(seen).toEqual([0, 'ping'.length, 0, 'ping'.length, 10])
  })

  it('tells it of none where the clause is about time', async () => {
    const driver = toyDriver({ ping: (call) => ({ success: call.exchanged === undefined }) })
    await withSession(
      driver,
      async ({ connector }) => {
        expect((await connector.ping()).reading).toMatchObject({ kind: 'success' })
      },
      { isStrict: true },
    )
  })

  it('gives with the exchanges what was asked and what was answered', async () => {
    const driver = toyDriver({ ping: async (call) => (await request(call, '/ping')).json() })
    await withSession(driver, async ({ connector }) => {
      const answer = await connector.ping()
      expect(answer.exchanges).toMatchObject([
        { operation: 'ping', request: { method: 'GET' }, response: { status: 200 } },
      ])
      expect(answer.reading).toMatchObject({ kind: 'success' })
    })
  })

  it('calls each method by its wire name, with the arguments it was given and no others', async () => {
    const calls: unknown[] = []
    const driver = toyDriver(
      {},
      {
        call: async ({ method, arguments: args }) => {
          calls.push([method, ...args])
          return { kind: 'answered', value: answers, stdout: '', stderr: '' }
        },
      },
    )
    await withSession(driver, async ({ connector }) => {
      await connector.ping()
      await connector.isAsync()
      await connector.query('SELECT')
      await connector.status('a')
      await connector.status('a', { page: 1 })
      await connector.results('a', '0', -1)
      await connector.results('a', 0, 1, null)
      await connector.delete('a')
    })
    expect(calls).toEqual([
      ['ping'],
      ['is_async'],
      ['query', 'SELECT'],
      ['status', 'a'],
      ['status', 'a', { page: 1 }],
      ['results', 'a', '0', -1],
      ['results', 'a', 0, 1, null],
      ['delete', 'a'],
    ])
  })

  it('passes over a case that the transport cannot carry, without a call', async () => {
    const driver = toyDriver(
      { query: () => expect.unreachable() },
      { cannotCarry: (method) => (method === 'query' ? 'it holds a NUL' : undefined) },
    )
    await withSession(driver, async ({ connector, transcript }) => {
      await expect(connector.query('\0')).rejects.toThrow(new CaseNotApplicable('it holds a NUL'))
      expect(transcript()).toEqual([])
    })
  })

  it('gives an exception of the connector as what it is', async () => {
    const driver = toyDriver({})
    await withSession(driver, async ({ connector }) => {
      expect(await connector.ping()).toMatchObject({
        result: { kind: 'threw' },
        reading: {
          kind: 'none',
          why: 'an exception: TypeError: The connector has no method "ping".',
        },
      })
    })
  })
})
