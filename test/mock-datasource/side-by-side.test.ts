import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { connect } from 'node:net'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import {
  type Certificate,
  type MockDataSource,
  makeCertificate,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import { EVERY_KIND } from './support/every-kind.ts'

/** All but the one that a data source without a log-in cannot have. */
const FAULTS = EVERY_KIND.filter(({ kind }) => kind !== 'session-expired')

/** What clients do, each at one of two mocks; faults strike the first alone. */
const anyStep = fc.record({
  at: fc.constantFrom(0, 1),
  fault: fc.option(fc.constantFrom(...FAULTS)),
  /** Bytes that are no handshake, a connection that is given up, or a request. */
  what: fc.constantFrom('asks', 'asks', 'asks', 'talks plainly', 'leaves'),
  kept: fc.boolean(),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

test('mocks that show one certificate see nothing of each other, whatever strikes their sockets', async () => {
  const certificate = await makeCertificate()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
      const [struck, other] = await Promise.all([
        open('one', certificate),
        open('two', certificate),
      ])
      const sides = [struck, other]
      const left: Promise<unknown>[] = []
      const answers: Promise<unknown>[] = []
      for (const step of steps) {
        const side = sides[step.at] as Side
        if (side === struck && step.fault) side.mock.control.addFault({ ...step.fault, times: 1 })
        if (step.what === 'asks') (side === other ? answers : left).push(side.ask(step.kept))
        else left.push(talk(side, step))
      }
      const asked = answers.length
      expect(await Promise.all(answers)).toEqual(Array.from({ length: asked }, () => '200 two'))
      for (const side of sides) expectOnlyItsOwn(side, sides)
      expect(other.mock.control.state()).toMatchObject({ faults: [], searchCount: 1 })
      expect(other.mock.control.state().counters.requests).toBe(asked)

      await struck.mock.close()
      await Promise.all(left)
      expect(await other.ask(true)).toBe('200 two')
      await expectNothingIn(await open('three', certificate, struck.mock.port))
      await other.mock.close()
    }),
    { numRuns: 25 },
  )
})

interface Side {
  readonly name: string
  readonly mock: MockDataSource
  /** Gives the status and whose search it was, or why there is no answer. */
  ask(kept: boolean): Promise<string>
}

/** A mock with a search and credentials of its own. */
async function open(name: string, certificate: Certificate, port = 0): Promise<Side> {
  const credentials = { username: `user-of-${name}`, password: `password-of-${name}` }
  const settings = { accounts: [{ credentials, permitted: true }] }
  const mock = await startMockDataSource({ certificate, port, settings })
  const agent = new Agent({ keepAlive: true, ca: certificate.cert })
  onTestFinished(() => {
    agent.destroy()
    return mock.close()
  })
  const query = 'SELECT * FROM events'
  await mock.control.createSearch({ id: `search-of-${name}`, query, status: 'COMPLETED' })
  const auth = `${credentials.username}:${credentials.password}`
  const options = {
    host: mock.host,
    port: mock.port,
    path: `/api/v1/searches/search-of-${name}`,
    auth,
  }
  return {
    name,
    mock,
    async ask(kept) {
      const sent = request({
        ...options,
        ...(kept ? { agent } : { agent: false }),
        ca: mock.certificate,
      })
      try {
        sent.end()
        const [response] = await once(sent, 'response')
        let body = ''
        for await (const part of response.setEncoding('utf8')) body += part
        return `${response.statusCode} ${/search-of-(\w+)/.exec(body)?.[1]}`
      } catch (error) {
        return String(error)
      }
    },
  }
}

/** Ends when the mock has closed the connection, or the client has. */
function talk({ mock }: Side, { what }: Step): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(mock.port, mock.host).resume()
    socket.on('error', () => undefined).once('close', () => resolve())
    if (what === 'leaves') socket.once('connect', () => socket.resetAndDestroy())
    else socket.end('GET / HTTP/1.1\r\n\r\n')
  })
}

function expectOnlyItsOwn({ name, mock }: Side, sides: readonly Side[]): void {
  const { control } = mock
  const seen = JSON.stringify([control.journal.entries(), control.state(), control.secrets()])
  const others = sides.filter((side) => side.name !== name)
  for (const other of others) expect(seen).not.toContain(`of-${other.name}`)
  const connections = control.journal.entries().map(({ connection }) => connection.number)
  expect(Math.max(0, ...connections)).toBeLessThanOrEqual(control.state().counters.connections)
}

/** Whoever comes to a port that another mock had has nothing of that. */
async function expectNothingIn({ mock }: Side): Promise<void> {
  expect(mock.control.journal.lastSequence).toBe(0)
  expect(mock.control.state().counters).toMatchObject({ connections: 0, requests: 0 })
  await mock.close()
}
