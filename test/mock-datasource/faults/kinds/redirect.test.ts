import { describe, expect, test } from 'vitest'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { basic, openMock } from '../../support/open-mock.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('without a target it leads to where the client is already', async () => {
    const mock = await faultMock(scheme, { kind: 'redirect' })
    expect(await overTheWire(mock, PAGE)).toMatchObject({
      statusLine: 'HTTP/1.1 302 Found',
      headers: { location: `/api/v1${PAGE}`, 'content-length': '0' },
    })
  })

  test.each([
    [301, 'HTTP/1.1 301 Moved Permanently'],
    [302, 'HTTP/1.1 302 Found'],
    [303, 'HTTP/1.1 303 See Other'],
    [307, 'HTTP/1.1 307 Temporary Redirect'],
    [308, 'HTTP/1.1 308 Permanent Redirect'],
  ] as const)('the status can be %i', async (status, line) => {
    const mock = await faultMock(scheme, { kind: 'redirect', status })
    expect((await overTheWire(mock, PAGE)).statusLine).toBe(line)
  })

  test.each([
    ['/sign-in?next=%2F', '/sign-in?next=%2F'],
    ['https://other.example/there?a=1#b', 'https://other.example/there?a=1#b'],
    ['https://other.example/', 'https://other.example/'],
    ['https://other.example:9443', `https://other.example:9443/api/v1${PAGE}`],
  ])('to %s', async (to, location) => {
    const mock = await faultMock(scheme, { kind: 'redirect', to })
    expect((await overTheWire(mock, PAGE)).headers['location']).toBe(location)
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'redirect' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

test('another mock can be the other origin, and its journal says what reached it', async () => {
  const other = await openMock()
  const mock = await faultMock('http', { kind: 'redirect', to: other.url })
  await fetch(`${mock.url}/api/v1/ping`, { headers: { authorization: basic(mock) } })
  expect(other.control.journal.entries()).toMatchObject([
    { operation: 'ping', request: { path: '/api/v1/ping' }, secrets: [] },
  ])
})

test.each([
  [{ to: 'ftp://other.example/' }, 'to: must be a path'],
  [{ to: 'elsewhere' }, 'to: must be a path'],
  [{ to: '/a\r\nset-cookie: b' }, 'to: must be a path'],
  [{ status: 304 }, 'status: must be one of 301, 302, 303, 307, 308'],
])('%j is none', (redirect, hint) => {
  const { error } = AbcFault.safeParse({ kind: 'redirect', ...redirect })
  const [issue] = error?.issues ?? []
  expect(`${issue?.path}: ${issue?.message}`).toContain(hint)
})

isOffWhenTold({ kind: 'redirect' })
