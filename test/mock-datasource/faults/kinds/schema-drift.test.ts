import { describe, expect, test } from 'vitest'
import type { FaultSpec } from '../../../../mock-datasource/index.ts'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { jsonOf, overTheWire, SCHEMES } from '../../support/wire.ts'

type Drift = Omit<Extract<FaultSpec, { kind: 'schema-drift' }>, 'kind'>

const STATUS = {
  code: 200,
  query_id: 's',
  status: 'COMPLETED',
  progress: 100,
  record_count: 6,
}
const { status: _status, ...WITHOUT_STATUS } = STATUS

describe.each(SCHEMES)('over %s', (scheme) => {
  test.each<[Drift, unknown]>([
    [
      { field: 'progress', to: '40' },
      { ...STATUS, progress: '40' },
    ],
    [
      { field: 'progress', to: 140 },
      { ...STATUS, progress: 140 },
    ],
    [
      { field: 'status', to: 'PAUSED' },
      { ...STATUS, status: 'PAUSED' },
    ],
    [
      { field: 'status', to: null },
      { ...STATUS, status: null },
    ],
    [{ field: 'status', remove: true }, WITHOUT_STATUS],
    [
      { field: 'extra', to: { deep: [1] } },
      { ...STATUS, extra: { deep: [1] } },
    ],
    [{ field: 'absent', remove: true }, STATUS],
  ])('%j changes a status, and nothing else of it', async (drift, expected) => {
    const mock = await faultMock(scheme, { kind: 'schema-drift', ...drift })
    const answer = await overTheWire(mock, '/searches/s')
    expect(answer.statusLine).toBe('HTTP/1.1 200 OK')
    expect(jsonOf(answer)).toEqual(expected)
  })

  test.each<[Drift, (page: Page) => unknown]>([
    [{ field: 'data', to: null }, (page) => ({ ...page, data: null })],
    [{ field: 'data', to: {} }, (page) => ({ ...page, data: {} })],
    [{ field: 'data.0', remove: true }, (page) => ({ ...page, data: page.data.slice(1) })],
    [{ field: 'data.*.id', to: 7 }, (page) => ({ ...page, data: [{ id: 7 }, { id: 7 }] })],
    [{ field: ['data', 1], to: [] }, (page) => ({ ...page, data: [page.data[0], []] })],
    [
      { field: ['data', 0, 'a.b'], to: 1 },
      (page) => ({ ...page, data: [{ ...page.data[0], 'a.b': 1 }, page.data[1]] }),
    ],
    [{ field: 'data.9.id', to: 1 }, (page) => page],
    [{ field: 'offset.deep', to: 1 }, (page) => page],
  ])('%j changes a page of results', async (drift, expected) => {
    const right = jsonOf(await overTheWire(await faultMock(scheme), PAGE)) as unknown as Page
    const mock = await faultMock(scheme, { kind: 'schema-drift', ...drift })
    expect(jsonOf(await overTheWire(mock, PAGE))).toEqual(expected(right))
  })

  test('the operation takes effect: a search is made whose id nobody learns', async () => {
    const mock = await faultMock(scheme, {
      kind: 'schema-drift',
      field: 'query_id',
      remove: true,
    })
    const body = JSON.stringify({ query: 'SELECT * FROM events', query_id: 'new' })
    const answer = await overTheWire(mock, '/searches', { method: 'POST', body })
    expect(answer.statusLine).toBe('HTTP/1.1 201 Created')
    expect(jsonOf(answer)).toEqual({ code: 200, status: 'WAIT', progress: 0 })
    expect(mock.control.search('new')).toBeDefined()
  })
})

interface Page {
  readonly data: readonly object[]
}

test('errors drift as well', async () => {
  const mock = await faultMock('http', { kind: 'schema-drift', field: 'code', remove: true })
  const answer = await overTheWire(mock, '/searches/none')
  expect(answer.statusLine).toBe('HTTP/1.1 404 Not Found')
  expect(jsonOf(answer)).toEqual({ message: expect.stringContaining('does not exist') })
})

test('a field that is named like a prototype is a field', async () => {
  const mock = await faultMock('http', { kind: 'schema-drift', field: '__proto__', to: { a: 1 } })
  const { body } = await overTheWire(mock, '/searches/s')
  expect(body.toString()).toContain('"__proto__":{"a":1}')
})

test('what is no JSON stays as it is', async () => {
  const mock = await faultMock(
    'http',
    { kind: 'schema-drift', field: 'code', to: 1 },
    { kind: 'html-page' },
  )
  expect((await overTheWire(mock, PAGE)).body.toString()).toContain('<!DOCTYPE html>')
})

/** A value that nests so deep. */
function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth))
}

test('a value may nest a hundred deep', () => {
  const drift = { kind: 'schema-drift', field: 'a', to: nested(100) }
  expect(AbcFault.safeParse(drift).success).toBe(true)
})

test.each([
  [{ field: 'a' }, 'either to'],
  [{ field: 'a', to: 1, remove: true }, 'either to'],
  [{ field: '', to: 1 }, 'field'],
  [{ field: [], to: 1 }, 'field'],
  [{ to: 1 }, 'field'],
  [{ field: 'a', to: nested(101) }, 'to: nests deeper than 100'],
  [{ field: 'a', to: nested(100_000) }, 'to: nests deeper than 100'],
])('%.60j is none', (drift, hint) => {
  const { error } = AbcFault.safeParse({ kind: 'schema-drift', ...drift })
  const [issue] = error?.issues ?? []
  expect(`${issue?.path}: ${issue?.message}`).toContain(hint)
})

isOffWhenTold({ kind: 'schema-drift', field: 'data', to: null })
