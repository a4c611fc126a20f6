import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { request } from 'undici'
import { onTestFinished } from 'vitest'
import type { MockDataSource } from '../../../../mock-datasource/index.ts'

/** A request and the mock's answer to it, both to be edited. */
export interface Passing {
  readonly method: string
  /** Below the base path, with the query string. */
  readonly path: string
  status: number
  headers: Record<string, string>
  /** Where the body is JSON. */
  json: unknown
}

export interface Edit {
  /** Another path to ask for, or another body, in place of those asked for. */
  request?(asked: { method: string; path: string; body: string }): { path?: string; body?: string }
  /** Changes the answer in place. */
  response?(passing: Passing): void
}

const BASE = '/api/v1'
/** Set by Node.js itself. */
const HOP = ['connection', 'keep-alive', 'content-length', 'transfer-encoding', 'date']

/** Stands between and edits what passes, for what no fault of the mock's can do. Gives its address. */
export async function startEditingProxy(mock: MockDataSource, edit: Edit): Promise<string> {
  const server = createServer(async (asked, reply) => {
    const passing = await passed(mock, edit, asked)
    edit.response?.(passing)
    const body = passing.json === undefined ? '' : JSON.stringify(passing.json)
    reply.writeHead(passing.status, passing.headers)
    reply.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function passed(mock: MockDataSource, edit: Edit, asked: IncomingMessage): Promise<Passing> {
  const { method = '', url = '', headers } = asked
  const path = url.slice(BASE.length)
  const body = (await buffer(asked)).toString()
  const changed = edit.request?.({ method, path, body }) ?? {}
  const { host: _host, connection: _connection, 'content-length': _length, ...others } = headers
  const answer = await request(`${mock.url}${BASE}${changed.path ?? path}`, {
    method,
    headers: others,
    body: method === 'GET' ? null : (changed.body ?? body),
  })
  const kept = Object.entries(answer.headers).filter(([name]) => !HOP.includes(name))
  return {
    method,
    path,
    status: answer.statusCode,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    json: await answer.body.json(),
  }
}
