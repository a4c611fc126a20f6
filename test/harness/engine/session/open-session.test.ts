import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../../contracts/declarations.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { openSession } from '../../../../harness/engine/session/open-session.ts'
import { makeCertificate } from '../../../../mock-datasource/index.ts'
import { request, toyDriver } from '../../../support/toy-driver.ts'
import { sessionOptions, withSession } from '../../../support/toy-session.ts'

/** Tells who it was called as, and asks the data source. */
const telling = toyDriver({
  ping: async (call) => {
    const response = await request(call, '/ping')
    return { success: response.ok, auth: call.configuration.auth, port: call.connection.port }
  },
})

/** The error code with which a connection to the port is refused; undefined where it is not. */
function refusalOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(void socket.destroy()))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
}

describe('two sessions at once', () => {
  it('have a port, an account and exchanges of their own', async () => {
    const [one, another] = await Promise.all(
      ['1/PAGE-1/1', '1/PAGE-1/2'].map((name) =>
        openSession(sessionOptions({ driver: telling, name })),
      ),
    )
    if (one === undefined || another === undefined) return expect.unreachable()
    try {
      const answers = await Promise.all([
        one.connector.ping(),
        another.connector.ping(),
        one.connector.ping(),
        another.connector.ping(),
      ])
      const values = answers.map(({ result }) => (result.kind === 'answered' ? result.value : {}))
      expect(values).toEqual(values.map(() => expect.objectContaining({ success: true })))
      expect(values[0]).not.toEqual(values[1])
      expect([values[2], values[3]]).toEqual([values[0], values[1]])
      expect(one.connector.connection.port).not.toBe(another.connector.connection.port)
      expect(one.dataSource.control.journal.entries()).toHaveLength(2)
      expect(another.dataSource.control.journal.entries()).toHaveLength(2)
    } finally {
      await Promise.all([one.close(), another.close()])
    }
  })

  it('share neither searches, rows nor faults', async () => {
    await withSession(telling, async (one) => {
      await withSession(telling, async (another) => {
        const search = await one.dataSource.completedSearch({ rows: 7 })
        one.dataSource.fault({ kind: 'api-error', code: 1010 })
        expect(search.keys).toHaveLength(7)
        expect(another.dataSource.control.state().searches).toEqual([])
        expect(another.dataSource.control.faults()).toEqual([])
        expect((await another.connector.ping()).reading.kind).toBe('success')
      })
    })
  })
})

describe('a session', () => {
  it('gives its port back when it is closed', async () => {
    const session = await openSession(sessionOptions())
    const { port } = session.connector.connection
    expect(await refusalOf(port)).toBeUndefined()
    await session.close()
    expect(await refusalOf(port)).toBe('ECONNREFUSED')
  })

  it('writes down every call with secrets masked, and how to repeat it', async () => {
    const leaking = toyDriver({
      ping: ({ configuration }) => {
        throw new Error(`refused ${JSON.stringify(configuration)}`)
      },
      query: async ({ arguments: [query] }) => ({ success: true, search_id: query }),
    })
    await withSession(leaking, async ({ connector, transcript, secrets }) => {
      await connector.ping()
      await connector.query(`SELECT '${secrets.form('plain')}'`)
      expect(transcript()).toMatchObject([
        { method: 'ping', arguments: [], command: 'ping', exchanges: [] },
        {
          method: 'query',
          arguments: [`"SELECT '<the password>'"`],
          command: "query SELECT '<the password>'",
        },
      ])
      expect(transcript()[0]?.answer).toContain('"password":"<the password>"')
      expect(secrets.leaksIn(JSON.stringify(transcript()))).toEqual([])
    })
  })

  it('binds the connector to another connection or another password where a check wants to', async () => {
    const seen = toyDriver({
      ping: ({ connection, configuration: { auth } }) => ({ success: true, connection, auth }),
    })
    await withSession(seen, async (session) => {
      const changed = session.connectorAt({
        connection: { port: 9, options: { timeout: 1 } },
        without: ['scheme'],
        credentials: { password: 'wrong' },
      })
      const { result } = await changed.ping()
      expect(result).toMatchObject({
        value: {
          connection: { host: '127.0.0.1', port: 9, options: { timeout: 1 } },
          auth: { password: 'wrong' },
        },
      })
      expect(changed.connection).not.toHaveProperty('scheme')
      expect(session.connector.connection).toMatchObject({ scheme: 'http' })
    })
  })

  it.each([2, 3, 10, 60])(
    'of %i seconds a call gives the connector a timeout that ends before',
    async (seconds) => {
      const options = { deadlineMilliseconds: seconds * 1_000 }
      await withSession(
        telling,
        async ({ connector: { connection } }) => {
          expect(connection.options?.timeout).toBeGreaterThanOrEqual(1)
          expect(connection.options?.timeout).toBeLessThan(seconds)
        },
        options,
      )
    },
  )

  it('can be brought back elsewhere from its snapshot', async () => {
    await withSession(telling, async (one) => {
      const search = await one.dataSource.searchIn('EXECUTE', 40, { rows: 5 })
      const snapshot = JSON.parse(JSON.stringify(one.snapshotBefore()))
      await withSession(telling, async ({ dataSource: { control } }) => {
        control.restore(snapshot)
        expect(control.search(search.id)).toMatchObject({ status: 'EXECUTE', progress: 40 })
      })
    })
  })

  it('over HTTPS trusts each data source by its own certificate', async () => {
    const driver = await openDriver({
      kind: 'module',
      specifier: 'abc-security-monitor',
      from: process.cwd(),
    })
    const session = await openSession({
      ...sessionOptions({ driver, scheme: 'https', certificate: await makeCertificate() }),
      declarations: Declarations.parse({}),
    })
    try {
      const another = await session.anotherDataSource({ certificateFor: ['127.0.0.1'] })
      expect(session.connector.connection.selfSignedCert).not.toBe(another.certificate)
      expect((await session.connector.ping()).reading.kind).toBe('success')
      expect((await another.connector.ping()).reading.kind).toBe('success')
    } finally {
      await session.close()
      await driver.close()
    }
  })
})
