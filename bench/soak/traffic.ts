import { connect, type Socket } from 'node:net'
import { Pool } from 'undici'
import { API } from '../open-mock.ts'

const SIDE_BY_SIDE = 8
const LONG = 60_000

/** A mock that traffic goes to. */
export interface Served {
  readonly url: string
  readonly port: number
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Does to a mock for so many milliseconds what connectors and their users do: searches from their making to their
 * end, one in twenty with a long query, requests that are wrong, faults, the journal, and a follower of it that reads
 * nothing. Leaves no search and no fault behind. Gives the number of requests.
 */
export async function traffic(mock: Served, milliseconds: number): Promise<number> {
  const pool = new Pool(mock.url, { connections: SIDE_BY_SIDE })
  const idle = followUnread(mock)
  const client = new Client(pool, mock.headers)
  const until = performance.now() + milliseconds
  try {
    const lanes = Array.from({ length: SIDE_BY_SIDE }, async (_lane, lane) => {
      for (let turn = 0; performance.now() < until; turn += 1) await client.turn(lane, turn)
    })
    await Promise.all(lanes)
    return client.requests
  } finally {
    idle.destroy()
    await pool.close()
  }
}

function followUnread({ port }: Served): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}).pause()
  socket.write(
    'GET /_mock/journal HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n',
  )
  return socket
}

class Client {
  requests = 0
  readonly #pool: Pool
  readonly #headers: Readonly<Record<string, string>>

  constructor(pool: Pool, headers: Readonly<Record<string, string>>) {
    this.#pool = pool
    this.#headers = { ...headers, 'content-type': 'application/json' }
  }

  async turn(lane: number, turn: number): Promise<void> {
    const id = `${lane}-${turn}`
    const long = turn % 20 === 0 ? ` AND message != '${'x'.repeat(LONG)}'` : ''
    const query = `SELECT * FROM events WHERE severity >= ${turn % 9}${long}`
    await this.#ask('POST', `${API}/searches`, { query, query_id: id })
    for (let poll = 0; poll < 4; poll += 1) await this.#ask('GET', `${API}/searches/${id}`)
    await this.#ask('GET', `${API}/searches/${id}/results?limit=100&offset=${turn % 500}`)
    await this.#ask('DELETE', `${API}/searches/${id}`)
    await this.#ask('GET', `${API}/nowhere/${id}?x=1`)
    if (turn % 50 !== 0) return
    await this.#ask('GET', '/_mock/journal?limit=100')
    await this.#ask('GET', '/_mock/state')
    const fault = { kind: 'api-error', code: 1010, operation: 'ping', times: 1 }
    const { id: added } = (await this.#ask('POST', '/_mock/faults', fault)) as { id: string }
    await this.#ask('GET', `${API}/ping`)
    await this.#ask('DELETE', `/_mock/faults/${added}`)
  }

  async #ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    this.requests += 1
    const answer = await this.#pool.request({
      ...{ method, path, headers: this.#headers },
      body: body === undefined ? null : JSON.stringify(body),
    })
    return answer.body.json()
  }
}
