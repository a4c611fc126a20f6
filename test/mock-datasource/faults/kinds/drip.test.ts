import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { holdsNobodyUp } from '../../support/holds-nobody-up.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { basic } from '../../support/open-mock.ts'
import { jsonOf, openWire, overTheWire, SCHEMES } from '../../support/wire.ts'

/** Longer than any test: what waits for it waits for ever. */
const NEVER = 3_600_000

describe.each(SCHEMES)('over %s', (scheme) => {
  test('the right answer comes in the end, and the connection is closed', async () => {
    const right = await overTheWire(await faultMock(scheme), PAGE)
    const mock = await faultMock(scheme, { kind: 'drip', milliseconds: 0 })
    const dripped = await overTheWire(mock, PAGE)
    expect(dripped).toMatchObject({ statusLine: 'HTTP/1.1 200 OK', ended: 'closed' })
    expect(dripped.headers).toEqual(right.headers)
    expect(jsonOf(dripped)).toEqual(jsonOf(right))
  })

  test('one byte comes, and the next one not before the interval is over', async () => {
    const mock = await faultMock(scheme, { kind: 'drip', milliseconds: NEVER })
    const wire = openWire(mock, PAGE)
    await once(wire.socket, 'data')
    await mock.bare('get', '/_mock/state')
    expect(wire.received().toString()).toBe('H')
  })

  test('with headers: false the headers come at once, and the body byte by byte', async () => {
    const mock = await faultMock(scheme, { kind: 'drip', milliseconds: NEVER, headers: false })
    const wire = openWire(mock, PAGE)
    await once(wire.socket, 'data')
    await mock.bare('get', '/_mock/state')
    expect(wire.received().toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n([^\r]+\r\n)+\r\n$/)
  })

  test('the body comes in as many pieces as it has bytes, give or take a few', async () => {
    const mock = await faultMock(scheme, { kind: 'drip', milliseconds: 1, headers: false })
    const wire = openWire(mock, PAGE)
    let pieces = 0
    wire.socket.on('data', () => {
      pieces += 1
    })
    await wire.ended
    expect(pieces).toBeGreaterThan(50)
  })

  test('the operation takes effect first: a search is there before its answer is', async () => {
    const mock = await faultMock(scheme, { kind: 'drip', milliseconds: NEVER })
    const body = JSON.stringify({ query: 'SELECT * FROM events', query_id: 'new' })
    const wire = openWire(mock, '/searches', { method: 'POST', body })
    await once(wire.socket, 'data')
    expect(mock.control.search('new')).toBeDefined()
  })
})

test('it waits for its turn behind the answer to an earlier request on the connection', async () => {
  const mock = await faultMock(
    'http',
    { kind: 'latency', milliseconds: 20, operation: 'ping' },
    { kind: 'drip', milliseconds: 0, operation: 'status' },
  )
  const socket = connect(mock.port, mock.host)
  const head = `Host: x\r\nAuthorization: ${basic(mock)}\r\n\r\n`
  let received = ''
  socket.setEncoding('latin1').on('data', (piece) => {
    received += piece
  })
  socket.write(`GET /api/v1/ping HTTP/1.1\r\n${head}GET /api/v1/searches/s HTTP/1.1\r\n${head}`)
  await once(socket, 'close')
  expect(received.match(/HTTP\/1\.1 200 OK|"version"|"query_id":"s"/g)).toEqual([
    'HTTP/1.1 200 OK',
    '"version"',
    'HTTP/1.1 200 OK',
    '"query_id":"s"',
  ])
})

test('an answer to HEAD drips its headers and has no body', async () => {
  const mock = await faultMock('http', { kind: 'drip', milliseconds: 0 })
  const { body, ended } = await overTheWire(mock, '/ping', { method: 'HEAD' })
  expect([body.length, ended]).toEqual([0, 'closed'])
})

test('the journal holds what went out before the client left', async () => {
  const mock = await faultMock('http', { kind: 'drip', milliseconds: NEVER, headers: false })
  const wire = openWire(mock, PAGE)
  await once(wire.socket, 'data')
  wire.socket.destroy()
  await expect
    .poll(() => mock.control.journal.entries()[0])
    .toMatchObject({ fault: 'fault-1', response: { status: 200, body: '' } })
})

holdsNobodyUp({ kind: 'drip', milliseconds: NEVER })
isOffWhenTold({ kind: 'drip', milliseconds: 0 })
