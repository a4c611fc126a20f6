import { Pool } from 'undici'
import * as z from 'zod'
import { aimed, type Figure, megabytes } from '../figure.ts'
import { API, openMock } from '../open-mock.ts'

const TARGET = { atMost: 300e6 }
const SEARCHES = 10_000
const ROWS_OF_A_SEARCH = 1_000
const ROWS = 1_000_000
const SIDE_BY_SIDE = 10
/** Of a page, in rows: the most that the mock gives at once. */
const LIMIT_OF_LARGE = 1_000

/**
 * What the mock takes up once 10,000 searches of 1,000 rows and one of 1,000,000 rows were made, run to
 * their end and read from, all over HTTP. Each query has a condition of its own, so that the mock has to
 * find out for each of them which rows it selects.
 */
export async function memory(): Promise<Figure[]> {
  const mock = await openMock({ rows: ROWS })
  const pool = new Pool(mock.url, { connections: SIDE_BY_SIDE })
  const client = new Client(pool, mock.headers)
  try {
    const atStart = await mock.usage()
    await client.run("SELECT * FROM events WHERE id != ''", { rows: ROWS, limit: LIMIT_OF_LARGE })
    const lanes = Array.from({ length: SIDE_BY_SIDE }, async (_lane, lane) => {
      for (let number = lane; number < SEARCHES; number += SIDE_BY_SIDE) {
        const query = `SELECT * FROM events WHERE id != '${number}' LIMIT ${ROWS_OF_A_SEARCH}`
        await client.run(query, { rows: ROWS_OF_A_SEARCH, limit: 100 })
      }
    })
    await Promise.all(lanes)
    const { rss, mostRss } = await mock.usage()
    return [
      { what: 'RSS at the start', measured: megabytes(atStart.rss) },
      aimed('RSS with 10,000 searches of 1,000 rows, one of 1,000,000', rss, TARGET, megabytes),
      aimed('the highest RSS on the way', mostRss, TARGET, megabytes),
    ]
  } finally {
    await pool.close()
    await mock.stop()
  }
}

const Search = z.object({ query_id: z.string(), status: z.string() })
const Page = z.object({ data: z.array(z.unknown()), total: z.number() })

class Client {
  readonly #pool: Pool
  readonly #headers: Readonly<Record<string, string>>

  constructor(pool: Pool, headers: Readonly<Record<string, string>>) {
    this.#pool = pool
    this.#headers = { ...headers, 'content-type': 'application/json' }
  }

  /** Makes a search, waits for it and reads its first page. Throws unless it has so many rows. */
  async run(query: string, { rows, limit }: { rows: number; limit: number }): Promise<void> {
    const made = Search.parse(await this.#ask('POST', '/searches', { query }))
    const path = `/searches/${made.query_id}`
    let { status } = made
    while (status !== 'COMPLETED') status = Search.parse(await this.#ask('GET', path)).status
    const { data, total } = Page.parse(await this.#ask('GET', `${path}/results?limit=${limit}`))
    if (total !== rows || data.length !== limit) {
      throw new Error(`${query} gave ${data.length} of ${total} rows`)
    }
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const { body: answer } = await this.#pool.request({
      method,
      path: API + path,
      headers: this.#headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
    return answer.json()
  }
}
