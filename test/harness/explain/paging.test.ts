import { describe, expect, it } from 'vitest'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { variantOf } from '../../variants/variant.ts'
import { explanationOf } from './explained.ts'

type Next = Parameters<typeof readPages>[2]

/** A connector with the usual loop over pages, which goes on in this way. */
const goingOn = (next: Next): ConnectorFactory =>
  variantOf((_, { run }) => ({
    results: (id, offset, length) =>
      run(async (api) => ({
        success: true,
        data: await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          next,
        ),
      })),
  }))

const isLast = ({ page }: Parameters<Next>[0]) => page.next_page_token === null
const unlessLast =
  (next: Next): Next =>
  (so) =>
    isLast(so) ? undefined : next(so)

const ONLY_THE_FIRST = [
  'only the first page came back',
  'the connector asked for no further page although the answer had a token',
]

const KNOWN: readonly (readonly [readonly string[], Next])[] = [
  [ONLY_THE_FIRST, () => undefined],
  [
    [
      'the first page came back again in place of the next one',
      'the page token was ignored: the next request asked for the same offset again',
    ],
    unlessLast(({ offset }) => ({ offset })),
  ],
  [
    ["a later page was asked for with the first page's token again, not with the last one's"],
    unlessLast(({ first }) => ({ page_token: first.next_page_token ?? '' })),
  ],
  [
    ["a later page was asked for with the first page's token again, not with the last one's"],
    ({ first }) => nextToken({ page: first }),
  ],
  [
    ['3 pages were fetched and no more, although the last one had a token'],
    (so) => (so.pages < 3 ? nextToken(so) : undefined),
  ],
  [
    ['later pages are counted from the beginning of the result, not from offset'],
    ({ rows }) => ({ offset: rows }),
  ],
  [
    ['one row is skipped between the first page and the second'],
    ({ offset, rows }) => ({ offset: offset + rows + 1 }),
  ],
  [
    ['the last row of the first page comes back again at the beginning of the second'],
    unlessLast(({ offset, rows }) => ({ offset: offset + rows - 1 })),
  ],
  [
    ['one row is skipped at each border between pages'],
    ({ page }) => ({ offset: page.offset + page.data.length + 1 }),
  ],
  [
    ['the last row of each page comes back again at the beginning of the next'],
    unlessLast(({ page }) => ({ offset: page.offset + page.data.length - 1 })),
  ],
  [
    ['the next page begins behind the rows that were asked for, not behind those that came'],
    ({ page, asked }) => ({ offset: page.offset + asked }),
  ],
]

const ALIKE: readonly (readonly [string, Next])[] = [
  [
    'every second page is left out',
    unlessLast(({ page }) => ({ offset: page.offset + 2 * page.data.length })),
  ],
  ['the loop ends where six rows are there', (so) => (so.rows < 6 ? nextToken(so) : undefined)],
  [
    'the loop ends behind a page of three rows',
    (so) => (so.page.data.length === 3 ? undefined : nextToken(so)),
  ],
]

describe('a loop over pages', () => {
  it.each(KNOWN)('is explained: %s', async (sentences, next) => {
    expect(await explanationOf(goingOn(next), 'PAGE-1')).toEqual(sentences)
  })

  it.each(ALIKE)('is left unexplained where nothing known fits: %s', async (_, next) => {
    expect(await explanationOf(goingOn(next), 'PAGE-1')).toEqual([])
  })

  it('is explained where offset and page_token are both sent', async () => {
    const connector = variantOf((_, { send }) => ({
      async results(id, offset, length) {
        const data: unknown[] = []
        let token: string | undefined
        do {
          const more = token === undefined ? '' : `&page_token=${encodeURIComponent(token)}`
          const path = `/searches/${encodeURIComponent(id)}/results?offset=${offset}&limit=${length}${more}`
          const { json } = await send({ method: 'GET', path })
          const body = json as { data?: unknown[]; next_page_token?: string; message?: string }
          if (body.data === undefined) {
            return { success: false, error: body.message ?? '', code: 'invalid_parameter' }
          }
          data.push(...body.data)
          token = body.next_page_token ?? undefined
        } while (token !== undefined && data.length < Number(length))
        return { success: true, data: data.slice(0, Number(length)) }
      },
    }))
    expect(await explanationOf(connector, 'PAGE-1')).toContain(
      'offset and page_token were both sent, of which the API takes one',
    )
  })

  it('is explained where the token is not percent-encoded', async () => {
    const connector = variantOf((correct, { send }) => ({
      async results(id, offset, length) {
        const path = `/searches/${encodeURIComponent(id)}/results?`
        const { json } = await send({
          method: 'GET',
          path: `${path}offset=${offset}&limit=${length}`,
        })
        const { data, next_page_token: token } = json as {
          data?: unknown[]
          next_page_token?: string | null
        }
        if (data === undefined || typeof token !== 'string' || data.length >= Number(length)) {
          return correct.results(id, offset, length)
        }
        const next = await send({ method: 'GET', path: `${path}page_token=${token}&limit=1000` })
        const body = next.json as { data?: unknown[]; message?: string }
        if (body.data === undefined) {
          return { success: false, error: body.message ?? '', code: 'invalid_parameter' }
        }
        return { success: true, data: [...data, ...body.data].slice(0, Number(length)) }
      },
    }))
    expect(await explanationOf(connector, 'PAGE-1')).toEqual([
      'the page token was put into the URL without being percent-encoded',
    ])
  })
})
