import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { AbcOperation } from '../../../../../contracts/abc-security-monitor/api.ts'
import { ABC_OPERATION_ERRORS } from '../../../../../contracts/abc-security-monitor/operation-errors.ts'
import type { FaultSpec } from '../../../../../mock-datasource/index.ts'
import { openMock, type TestMock } from '../../../support/open-mock.ts'
import { rawRequest } from '../../../support/raw-request.ts'
import type { DocumentedResponse } from './documented-responses.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

interface Asked {
  readonly method: string
  /** Below `/api/v1`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const QUERY = 'SELECT * FROM events LIMIT 1'
const JSON_TYPE = { 'content-type': 'application/json' }

/** Codes that no request brings about: the server is in a bad way, and a fault says so. */
const OF_THE_SERVER: readonly number[] = [1010, 1020, 429]

/** Brings a documented response about on a mock of its own, and gives what came over HTTP. */
export async function provoke(documented: DocumentedResponse): Promise<Answer> {
  const mock = await openMock()
  const { operation, code } = documented
  if (operation === undefined) return withoutOperation(mock, documented)
  if (code === 200) return send(mock, await asking(mock, operation))
  if (!isItsOwn(operation, documented)) return scripted(mock, operation, code)
  if (OF_THE_SERVER.includes(code)) return fromTheServer(mock, operation, code)
  return send(mock, await wrong(mock, operation, documented))
}

function isItsOwn(operation: AbcOperation, { status, code }: DocumentedResponse): boolean {
  const errors: Readonly<Record<number, readonly number[]>> = ABC_OPERATION_ERRORS[operation]
  return errors[status]?.includes(code) ?? false
}

/** A right request for an operation; for a search, one that is COMPLETED. */
async function asking(mock: TestMock, operation: AbcOperation): Promise<Asked> {
  const search = await mock.completed(QUERY)
  return request(operation, search, QUERY)
}

function request(operation: AbcOperation, search: string, query: string): Asked {
  const body = JSON.stringify({ query })
  switch (operation) {
    case 'ping':
      return { method: 'GET', path: '/ping' }
    case 'create':
      return { method: 'POST', path: '/searches', headers: JSON_TYPE, body }
    case 'status':
      return { method: 'GET', path: search }
    case 'results':
      return { method: 'GET', path: `${search}/results` }
    case 'delete':
      return { method: 'DELETE', path: search }
    case 'query':
      return { method: 'POST', path: '/events/query', headers: JSON_TYPE, body }
  }
}

/** A request of the operation that is wrong in the way that the code stands for. */
async function wrong(
  mock: TestMock,
  operation: AbcOperation,
  { status, code }: DocumentedResponse,
): Promise<Asked> {
  const right = await asking(mock, operation)
  switch (`${status} ${code}`) {
    case '400 1005':
      return { ...right, path: `${right.path}?verbose=1` }
    case '401 401':
      return { ...right, headers: { ...right.headers, authorization: 'Basic d3Jvbmc6' } }
    case '403 403':
      mock.control.patchSettings({ accounts: [{ ...mock.account, permitted: false }] })
      return right
    case '404 1002':
      return request(operation, '/searches/never-made', QUERY)
    case '409 1003':
      return request(operation, await waiting(mock), QUERY)
    case '409 1004':
      await mock.control.createSearch({ id: 'taken', query: QUERY })
      return { ...right, body: JSON.stringify({ query: QUERY, query_id: 'taken' }) }
    case '413 1005':
      return { ...right, body: `${right.body}`.padEnd(1_048_577) }
    case '415 1005':
      return { ...right, headers: { 'content-type': 'text/plain' } }
    case '422 2000':
      return { ...right, body: JSON.stringify({ query: 'DROP TABLE events' }) }
    default:
      throw new Error(`nothing brings ${status} with code ${code} about on ${operation}`)
  }
}

async function waiting(mock: TestMock): Promise<string> {
  const { id } = await mock.control.createSearch({ query: QUERY })
  return `/searches/${id}`
}

/** Results of a search in ERROR give 1020; everything else of the kind needs a fault. */
async function fromTheServer(mock: TestMock, operation: AbcOperation, code: number) {
  const asked = await asking(mock, operation)
  if (operation === 'results' && code === 1020) {
    const { id } = await mock.control.createSearch({ query: QUERY, status: 'ERROR' })
    return send(mock, request(operation, `/searches/${id}`, QUERY))
  }
  const fault: FaultSpec = code === 429 ? { kind: 'rate-limit' } : { kind: 'api-error', code }
  mock.control.addFault(fault)
  return send(mock, asked)
}

/** What a query on table `errors` asks for. */
async function scripted(mock: TestMock, operation: AbcOperation, code: number): Promise<Answer> {
  const made = operation === 'create' || operation === 'query'
  const on = made ? '' : ` AND on = '${operation}'`
  const query = `SELECT * FROM errors WHERE code = ${code}${on}`
  const search = made ? '' : await mock.completed(query)
  return send(mock, request(operation, search, query))
}

function withoutOperation(mock: TestMock, { status }: DocumentedResponse): Promise<Answer> {
  const nothing: Asked = { method: 'GET', path: '/nothing' }
  switch (status) {
    case 400:
      return send(mock, { method: 'GET', path: '/searches/%' })
    case 401:
      return send(mock, { ...nothing, headers: { authorization: 'Basic d3Jvbmc6' } })
    case 403:
      mock.control.patchSettings({ accounts: [{ ...mock.account, permitted: false }] })
      return send(mock, nothing)
    case 404:
      return send(mock, nothing)
    case 405:
      return send(mock, { method: 'PUT', path: '/ping' })
    case 431:
      return sendBytes(mock, `GET /api/v1/ping HTTP/1.1\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`)
    default:
      throw new Error(`nothing brings ${status} about without an operation`)
  }
}

async function send(mock: TestMock, { path, ...asked }: Asked): Promise<Answer> {
  const { headers, ...answer } = await rawRequest(mock, `/api/v1${path}`, asked)
  const single = Object.entries(headers).map(([name, value]) => [name, String(value)])
  return { ...answer, headers: Object.fromEntries(single) }
}

/** Bytes as they are, over a connection that ends with the answer. */
async function sendBytes(mock: TestMock, bytes: string): Promise<Answer> {
  const socket = connect(mock.port, mock.host)
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)]
  })
  const status = Number(statusLine.split(' ')[1])
  return { status, headers: Object.fromEntries(headers), text: body }
}
