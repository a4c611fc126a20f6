import { once } from 'node:events'
import { request } from 'node:https'
import { connect } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeCertificate, startMockDataSource } from '../../mock-datasource/index.ts'
import { basic, openMock } from './support/open-mock.ts'

test('HTTPS is the default, with a certificate for every name of this machine', async () => {
  const mock = await startMockDataSource()
  try {
    expect(mock.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    for (const servername of ['localhost', '127.0.0.1', '::1']) {
      const socket = tlsConnect({
        host: '127.0.0.1',
        port: mock.port,
        ca: mock.certificate,
        // An address is no server name; it is checked all the same.
        ...(servername === 'localhost' ? { servername } : {}),
        checkServerIdentity: (_host, cert) => {
          expect(cert.subjectaltname).toContain(
            servername === '::1' ? 'IP Address:0:0:0:0:0:0:0:1' : servername,
          )
          return undefined
        },
      })
      await once(socket, 'secureConnect')
      expect(socket.authorized).toBe(true)
      socket.destroy()
    }
  } finally {
    await mock.close()
  }
})

test('a whole life of a search over HTTPS', async () => {
  const mock = await openMock({
    scheme: 'https',
    settings: { progress: { by: 'polls', polls: 0 } },
  })
  const made = await mock
    .api('post', '/searches')
    .send({ query: 'SELECT * FROM events', query_id: 'it' })
  expect(made.status).toBe(201)
  expect((await mock.api('get', '/searches/it')).body.status).toBe('COMPLETED')
  expect((await mock.api('get', '/searches/it/results')).body.data).toHaveLength(100)
  expect((await mock.api('delete', '/searches/it')).status).toBe(200)
})

test('a client that does not trust the certificate sends nothing, and is counted', async () => {
  const mock = await openMock({ scheme: 'https' })
  const sent = request({
    host: mock.host,
    port: mock.port,
    path: '/api/v1/ping',
    headers: { authorization: basic(mock) },
  })
  const failed = once(sent, 'error')
  sent.end()
  const [error] = await failed
  expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  const plain = connect(mock.port, mock.host)
  plain.on('error', () => undefined)
  plain.end('GET / HTTP/1.1\r\n\r\n')
  await expect.poll(() => mock.control.state().counters.tlsErrors).toBeGreaterThan(0)
  expect(mock.control.state().counters).toMatchObject({ connections: 2, requests: 0 })
})

test('a certificate can be shared by many mocks', async () => {
  const certificate = await makeCertificate()
  const mocks = [
    await openMock({ scheme: 'https', certificate }),
    await openMock({ scheme: 'https', certificate }),
  ]
  for (const mock of mocks) {
    expect(mock.certificate).toBe(certificate.cert)
    expect((await mock.api('get', '/ping')).status).toBe(200)
  }
})

test('it can listen on IPv6', async () => {
  const mock = await openMock({ host: '::1' })
  expect(mock.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect((await mock.api('get', '/ping')).status).toBe(200)
  expect((await mock.bare('get', '/_mock/state')).status).toBe(200)
})

test("a port in use is the system's error", async () => {
  const { port } = await openMock()
  await expect(startMockDataSource({ scheme: 'http', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test.each(['http', 'https'] as const)(
  'over %s, closing cuts idle, hung and half-open connections',
  async (scheme) => {
    const mock = await openMock({
      scheme,
      faults: [
        { kind: 'hang', operation: 'status' },
        { kind: 'latency', milliseconds: 3_600_000, operation: 'results' },
      ],
    })
    await mock.api('get', '/ping')
    const waiting = ['/searches/x', '/searches/x/results'].map((path) =>
      mock.api('get', path).then(
        () => 'answered',
        () => 'cut',
      ),
    )
    const silent = connect(mock.port, mock.host)
    const cut = once(silent, 'close')
    silent.on('error', () => undefined)
    await expect.poll(() => mock.control.state().counters.requests).toBe(3)
    await expect.poll(() => mock.control.state().counters.connections).toBe(4)
    await mock.close()
    expect(await Promise.all(waiting)).toEqual(['cut', 'cut'])
    await cut
    // Closing what is closed is no error.
    await mock.close()
  },
)

test('a slow query holds nobody else up', async () => {
  const mock = await openMock({ settings: { dataSet: { rows: 300_000, seed: 1 } } })
  const finished: string[] = []
  const slow = mock
    .api('post', '/searches')
    .send({ query: "SELECT * FROM events WHERE message LIKE '%no such text%'" })
    .then(() => finished.push('slow'))
  await expect.poll(() => mock.control.state().counters.requests).toBe(1)
  for (let n = 0; n < 3; n += 1) await mock.api('get', '/ping').then(() => finished.push('ping'))
  await slow
  expect(finished).toEqual(['ping', 'ping', 'ping', 'slow'])
})

test('requests sent without waiting are answered one at a time, in their order', async () => {
  const mock = await openMock({ faults: [{ kind: 'hang', operation: 'status' }] })
  const send = (...paths: readonly string[]) => {
    const socket = connect(mock.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const head = `Host: 127.0.0.1\r\nAuthorization: ${basic(mock)}\r\n\r\n`
    socket.write(paths.map((path) => `GET /api/v1${path} HTTP/1.1\r\n${head}`).join(''))
    return socket
  }
  const pathsSeen = () => mock.control.journal.entries().map(({ request }) => request.path)
  const answered = send('/ping', '/ping?x=1', '/nowhere').setEncoding('utf8')
  let text = ''
  for await (const piece of answered) {
    text += piece
    if (text.includes('"code":404')) break
  }
  expect(text.match(/"code":\d+/g)).toEqual(['"code":200', '"code":1005', '"code":404'])
  mock.control.journal.clear()
  send('/searches/x', '/ping', '/ping')
  await vi.waitFor(() => expect(pathsSeen()).toHaveLength(1))
  await mock.api('get', '/nowhere')
  expect(pathsSeen()).toEqual(['/api/v1/searches/x', '/api/v1/nowhere'])
})
