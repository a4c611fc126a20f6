import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('half of the body comes, of the length promised, and the connection is closed', async () => {
    const right = await overTheWire(await faultMock(scheme), PAGE)
    const mock = await faultMock(scheme, { kind: 'close-mid-body' })
    const cut = await overTheWire(mock, PAGE)
    expect(cut).toMatchObject({ statusLine: 'HTTP/1.1 200 OK', ended: 'closed' })
    expect(cut.headers).toEqual(right.headers)
    expect(cut.body).toEqual(right.body.subarray(0, Math.floor(right.body.length / 2)))
  })

  test.each([0, 1, 20])('or the first %i bytes of it', async (bytes) => {
    const right = await overTheWire(await faultMock(scheme), PAGE)
    const mock = await faultMock(scheme, { kind: 'close-mid-body', bytes })
    const cut = await overTheWire(mock, PAGE)
    expect(cut.body).toEqual(right.body.subarray(0, bytes))
    expect(cut.headers['content-length']).toBe(String(right.body.length))
  })

  test('at least one byte is missing, however many are asked for', async () => {
    const mock = await faultMock(scheme, { kind: 'close-mid-body', bytes: 1_000_000 })
    const { body, headers } = await overTheWire(mock, PAGE)
    expect(body.length).toBe(Number(headers['content-length']) - 1)
  })

  test('the cut can be in the headers', async () => {
    const mock = await faultMock(scheme, { kind: 'close-mid-body', part: 'headers', bytes: 14 })
    const { raw, ended } = await overTheWire(mock, PAGE)
    expect([raw.toString(), ended]).toEqual(['HTTP/1.1 200 O', 'closed'])
  })

  test('or a reset', async () => {
    const mock = await faultMock(scheme, { kind: 'close-mid-body', by: 'reset' })
    expect((await overTheWire(mock, PAGE)).ended).toBe('reset')
  })

  test('the operation takes effect: the search whose answer is lost is there', async () => {
    const mock = await faultMock(scheme, { kind: 'close-mid-body', operation: 'create', bytes: 0 })
    const body = JSON.stringify({ query: 'SELECT * FROM events', query_id: 'new' })
    const answer = await overTheWire(mock, '/searches', { method: 'POST', body })
    expect([answer.statusLine, answer.body.length]).toEqual(['HTTP/1.1 201 Created', 0])
    expect(mock.control.search('new')).toBeDefined()
  })
})

test('an empty body promises a byte that does not come', async () => {
  const mock = await faultMock('http', { kind: 'close-mid-body' }, { kind: 'empty-body' })
  const { headers, body } = await overTheWire(mock, PAGE)
  expect([headers['content-length'], body.length]).toEqual(['1', 0])
})

test('a dripping body can be cut too', async () => {
  const mock = await faultMock(
    'http',
    { kind: 'close-mid-body', bytes: 9 },
    { kind: 'drip', milliseconds: 0 },
  )
  expect((await overTheWire(mock, PAGE)).body.toString()).toBe('{"code":2')
})

test('the journal holds the part that was sent', async () => {
  const mock = await faultMock('http', { kind: 'close-mid-body', bytes: 9 })
  await overTheWire(mock, PAGE)
  await expect
    .poll(() => mock.control.journal.entries()[0])
    .toMatchObject({ fault: 'fault-1', response: { status: 200, body: '{"code":2' } })
})

isOffWhenTold({ kind: 'close-mid-body' })
