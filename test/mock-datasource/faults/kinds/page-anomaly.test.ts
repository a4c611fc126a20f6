import { describe, expect, test } from 'vitest'
import type { FaultSpec } from '../../../../mock-datasource/index.ts'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock, idsOf } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import type { TestMock } from '../../support/open-mock.ts'
import { jsonOf, overTheWire, SCHEMES } from '../../support/wire.ts'

interface Page {
  readonly data: readonly { readonly id: string }[]
  readonly offset: number
  readonly total: number
  readonly next_page_token: string | null
}

async function page(mock: TestMock, parameters: string): Promise<Page> {
  const answer = await overTheWire(mock, `/searches/s/results?${parameters}`)
  expect(answer.statusLine).toBe('HTTP/1.1 200 OK')
  return jsonOf(answer) as unknown as Page
}

function pageAt(mock: TestMock, token: string | null): Promise<Page> {
  return page(mock, `limit=2&page_token=${encodeURIComponent(String(token))}`)
}

/** The ids of each page that a client gets which follows the tokens, up to so many pages. */
async function followed(mock: TestMock, most: number): Promise<unknown[][]> {
  const pages = [await page(mock, 'limit=2')]
  for (let token = pages[0]?.next_page_token; token && pages.length < most; ) {
    const next = await pageAt(mock, token)
    pages.push(next)
    token = next.next_page_token
  }
  return pages.map(({ data }) => data.map(({ id }) => id))
}

describe.each(SCHEMES)('over %s', (scheme) => {
  const struckBy = (spec: Omit<Extract<FaultSpec, { kind: 'page-anomaly' }>, 'kind'>) =>
    faultMock(scheme, { kind: 'page-anomaly', ...spec })

  test('repeated-page: rows and offset of the page before, a token that goes on', async () => {
    const mock = await struckBy({ variant: 'repeated-page', after: 1, times: 1 })
    const ids = await idsOf(mock)
    const first = await page(mock, 'offset=0&limit=2')
    const second = await page(mock, 'offset=2&limit=2')
    expect(second).toMatchObject({ data: first.data, offset: 0, total: 6 })
    expect((await pageAt(mock, second.next_page_token)).data).toEqual(
      ids.slice(4).map((id) => ({ id })),
    )
  })

  test('repeated-token: the right rows, and a token that leads to them again, for ever', async () => {
    const mock = await struckBy({ variant: 'repeated-token' })
    const ids = await idsOf(mock)
    const first = await page(mock, 'offset=2&limit=2')
    expect(first.data).toEqual(ids.slice(2, 4).map((id) => ({ id })))
    expect(await pageAt(mock, first.next_page_token)).toEqual(first)
    expect(await pageAt(mock, first.next_page_token)).toEqual(first)
    const last = await page(mock, 'offset=4&limit=2')
    expect(last.next_page_token).toEqual(expect.any(String))
  })

  test('short-page: fewer rows than asked for, and following the tokens gives them all', async () => {
    const ids = await idsOf(await faultMock(scheme))
    const halves = await struckBy({ variant: 'short-page' })
    expect(await followed(halves, 99)).toEqual(ids.map((id) => [id]))
    const once = await struckBy({ variant: 'short-page', rows: 1, times: 1 })
    expect(await followed(once, 99)).toEqual([
      ids.slice(0, 1),
      ids.slice(1, 3),
      ids.slice(3, 5),
      ids.slice(5),
    ])
    const unlimited = await struckBy({ variant: 'short-page', rows: 5 })
    expect((await page(unlimited, 'limit=2')).data).toHaveLength(2)
  })

  test('empty-page: no rows, and a token to the same place', async () => {
    const ids = await idsOf(await faultMock(scheme))
    const once = await struckBy({ variant: 'empty-page', after: 1, times: 1 })
    expect(await followed(once, 99)).toEqual([
      ids.slice(0, 2),
      [],
      ids.slice(2, 4),
      ids.slice(4, 6),
    ])
    const always = await struckBy({ variant: 'empty-page' })
    expect(await followed(always, 5)).toEqual([[], [], [], [], []])
  })

  test('wrong-total: the right page, and another total', async () => {
    for (const [by, total] of [
      [undefined, 7],
      [4, 10],
      [-2, 4],
      [-9, 0],
    ] as const) {
      const right = await page(await faultMock(scheme), 'offset=2&limit=2')
      const mock = await struckBy({ variant: 'wrong-total', ...(by && { by }) })
      expect(await page(mock, 'offset=2&limit=2')).toEqual({ ...right, total })
    }
  })

  test('token-cycle: the token of each third page leads back to the first of three', async () => {
    const mock = await struckBy({ variant: 'token-cycle' })
    const ids = await idsOf(await faultMock(scheme))
    const three = [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4, 6)]
    expect(await followed(mock, 6)).toEqual([...three, ...three])
  })

  test('empty-pages: no rows, and each time another token', async () => {
    const mock = await struckBy({ variant: 'empty-pages' })
    expect(await followed(mock, 9)).toEqual(Array(9).fill([]))
    const first = await page(mock, 'offset=0&limit=2')
    const second = await pageAt(mock, first.next_page_token)
    expect(second.next_page_token).not.toBe(first.next_page_token)
  })

  test('changed-result: a row later than asked for, and one row less in all', async () => {
    const mock = await struckBy({ variant: 'changed-result', after: 1 })
    const ids = await idsOf(await faultMock(scheme))
    await page(mock, 'offset=0&limit=2')
    expect(await page(mock, 'offset=2&limit=2')).toMatchObject({
      data: ids.slice(3, 5).map((id) => ({ id })),
      offset: 2,
      total: 5,
    })
  })

  test('the synchronous query has pages too', async () => {
    const mock = await struckBy({ variant: 'empty-page' })
    const body = JSON.stringify({ query: 'SELECT id FROM events', limit: 2 })
    const answer = await overTheWire(mock, '/events/query', { method: 'POST', body })
    expect(jsonOf(answer)).toMatchObject({ data: [], next_page_token: expect.any(String) })
  })

  test('a request for anything but a page neither is struck nor counts', async () => {
    const mock = await struckBy({ variant: 'empty-page', times: 1 })
    expect((await overTheWire(mock, '/searches/s')).statusLine).toBe('HTTP/1.1 200 OK')
    expect(mock.control.faults()).toMatchObject([{ seen: 0, struck: 0 }])
    expect((await page(mock, 'limit=2')).data).toEqual([])
  })
})

test('a request for a page that is refused is refused as ever', async () => {
  const mock = await faultMock('http', { kind: 'page-anomaly', variant: 'empty-page' })
  const answer = await overTheWire(mock, '/searches/none/results')
  expect(answer.statusLine).toBe('HTTP/1.1 404 Not Found')
})

test.each([
  [{ variant: 'torn-page' }, 'variant'],
  [{}, 'variant'],
  [{ variant: 'empty-page', rows: 2 }, "rows goes with variant 'short-page'"],
  [{ variant: 'short-page', by: 2 }, "by goes with variant 'wrong-total'"],
  [{ variant: 'wrong-total', by: 0 }, 'by: must not be 0'],
  [{ variant: 'short-page', rows: 0 }, 'rows'],
])('%j is none', (anomaly, hint) => {
  const { error } = AbcFault.safeParse({ kind: 'page-anomaly', ...anomaly })
  const [issue] = error?.issues ?? []
  expect(`${issue?.path}: ${issue?.message}`).toContain(hint)
})

isOffWhenTold({ kind: 'page-anomaly', variant: 'empty-page' })
