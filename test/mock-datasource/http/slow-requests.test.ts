import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectEncrypted } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { type MockDataSourceOptions, startMockDataSource } from '../../../mock-datasource/index.ts'

const PATIENCE = { headers: 300, request: 600 }

async function served(options: MockDataSourceOptions = {}) {
  const mock = await startMockDataSource({ scheme: 'http', patience: PATIENCE, ...options })
  onTestFinished(() => mock.close())
  return mock
}

/** Sends a part of a request, a byte more whenever it can, and never all; gives what it is told. */
function stalled(socket: Socket, part: string): Promise<string> {
  const more = setInterval(() => socket.write('x'), 50)
  onTestFinished(() => clearInterval(more))
  socket.on('error', () => {}).write(part)
  return text(socket).finally(() => clearInterval(more))
}

const HEAD = 'POST /api/v1/searches HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n'
const CONTROL = `${HEAD.replace('/api/v1/searches', '/_mock/faults')}Content-Type: application/json\r\n`

test('a request whose headers or body never end is told so, and its connection closed', async () => {
  const { port } = await served()
  const encrypted = await served({ scheme: 'https' })
  const headers = 'GET /api/v1/ping HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '
  const told = await Promise.all([
    stalled(connect(port), headers),
    stalled(connect(port), `${HEAD}\r\n`),
    stalled(connect(port), `${CONTROL}\r\n`),
    stalled(connectEncrypted({ port: encrypted.port, rejectUnauthorized: false }), headers),
  ])
  for (const each of told) {
    expect(each).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(each).toContain('it took too long to arrive')
  }
})

test('a connection over which nothing is said is closed', async () => {
  const { port } = await served()
  const socket = connect(port)
  expect(await text(socket)).toMatch(/^(?:HTTP\/1\.1 400 |$)/)
})

test('an answer takes as long as its fault says, and a follower of the journal stays', async () => {
  const mock = await served({ faults: [{ kind: 'drip', milliseconds: 3, operation: 'ping' }] })
  const following = new AbortController()
  onTestFinished(() => following.abort())
  const stream = await fetch(`${mock.url}/_mock/journal`, {
    headers: { accept: 'text/event-stream' },
    signal: following.signal,
  })
  const told = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const began = performance.now()
  const { credentials } = mock.account
  const authorization = `Basic ${btoa(`${credentials['username']}:${credentials['password']}`)}`
  const answer = await fetch(`${mock.url}/api/v1/ping`, { headers: { authorization } })
  await answer.text()
  expect(answer.status).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(PATIENCE.request)
  let seen = ''
  while (!seen.includes('/api/v1/ping')) seen += (await told?.read())?.value ?? ''
  expect(mock.control.journal.entries()).toHaveLength(1)
})
