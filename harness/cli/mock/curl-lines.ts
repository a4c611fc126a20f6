import { METHODS } from '../../../contracts/method.ts'
import type {
  ApiClient,
  ClientRequest,
  DataSourceDefinition,
  MockDataSource,
} from '../../../mock-datasource/index.ts'
import { shellQuote } from '../../drivers/shell-quote.ts'
import { urlToReach } from './url-to-reach.ts'

const LIMIT = 10
const FIRST_PAGE = { offset: 0, pages: 0, limit: LIMIT }
/** Stand in requests where a variable of the shell is to stand; nothing encodes them otherwise. */
const MARKS = { session_key: 'CONNECTOR-CONTRACT-SESSION-KEY', search_id: 'CONNECTOR-CONTRACT-ID' }
type Variable = keyof typeof MARKS

/** A call of each operation, to be pasted in their order. */
export function curlLines(
  mock: MockDataSource,
  source: DataSourceDefinition,
  certificate: string | undefined,
): readonly string[] {
  const { shows, client } = source
  if (shows !== undefined) {
    return shows
      .requests(mock.account)
      .map(({ user, json, ...request }) =>
        curl(certificate, [
          ...(user === undefined ? [] : ['--user', user.join(':')]),
          ...headersOf(request.headers ?? {}),
          ...(json === undefined ? [] : ['--header', 'Content-Type: application/json']),
          ...(json === undefined ? [] : ['--data', JSON.stringify(json)]),
          ...(request.method === undefined ? [] : ['--request', request.method]),
          `${urlToReach(mock)}${request.path}`,
        ]),
      )
  }
  return client === undefined ? [] : describedLines(mock, { ...source, client }, certificate)
}

/** What asks for the journal of a mock. */
export function journalLine(
  mock: MockDataSource,
  certificate: string | undefined,
  adminToken: string | undefined,
): string {
  const token = adminToken === undefined ? [] : ['--header', `X-Admin-Token: ${adminToken}`]
  return curl(certificate, [...token, `${urlToReach(mock)}/_mock/journal`])
}

type Called = DataSourceDefinition & { readonly client: ApiClient }

function describedLines(
  mock: MockDataSource,
  source: Called,
  certificate: string | undefined,
): readonly string[] {
  const { client, methods, modes, query } = source
  const { credentials } = mock.account
  const asked = methods[modes[0]] ?? {}
  const line = (operation: string, asks: Readonly<Record<string, unknown>> = {}) =>
    curl(
      certificate,
      wordsOf(
        mock,
        client.request(
          operation,
          { credentials, sessionKey: MARKS.session_key, ...asks },
          FIRST_PAGE,
        ),
      ),
    )
  const operations = METHODS.flatMap((method) => asked[method] ?? [])
  const { logIn } = client
  const calls = [...new Set(operations)].map((operation) => {
    const makes = operation === asked.query && modes[0] === 'asynchronous'
    const asks =
      makes || modes[0] === 'synchronous' ? { query: query.all } : { id: MARKS.search_id }
    const one = line(operation, operation === asked.ping ? {} : asks)
    return makes ? kept('search_id', one, client.wayTo(operation, 'id')) : one
  })
  if (logIn === undefined) return calls
  return [kept('session_key', line(logIn), client.wayTo(logIn, 'session_key')), ...calls]
}

/** Keeps for the lines behind it what an answer holds; where that is no JSON, the reader does. */
function kept(
  variable: Variable,
  line: string,
  way: readonly (string | number)[] | undefined,
): string {
  if (way === undefined) return `${line}\n${variable}=… # what that gave`
  const place = way.map((step) => `[${JSON.stringify(step)}]`).join('')
  const read = shellQuote(`JSON.parse(require("node:fs").readFileSync(0))${place}`)
  return `${variable}=$(${line.replace(/^curl/, 'curl --silent --show-error')} | tee /dev/stderr | node -p ${read})`
}

function wordsOf(mock: MockDataSource, request: ClientRequest): readonly string[] {
  const { method, path, headers, body } = request
  const { accept: _, ...others } = headers
  const usual = body === undefined ? 'GET' : 'POST'
  return [
    ...headersOf(others),
    ...(body === undefined ? [] : ['--data-raw', body]),
    ...(method === usual ? [] : ['--request', method]),
    `${urlToReach(mock)}${path}`,
  ]
}

function headersOf(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`])
}

function curl(certificate: string | undefined, words: readonly string[]): string {
  // Without --globbing off, curl would take brackets and braces in a URL for a pattern.
  const own = ['curl', '--globoff', ...(certificate === undefined ? [] : ['--cacert', certificate])]
  return [...own, ...words].map(quoted).join(' ')
}

const ANY_MARK = new RegExp(`(${Object.values(MARKS).join('|')})`)

/** A word for a shell, with variables of the shell in the place of their marks. */
function quoted(word: string): string {
  const parts = word.split(ANY_MARK).filter((part) => part !== '')
  const variableOf = (mark: string) => Object.entries(MARKS).find(([, each]) => each === mark)?.[0]
  return parts
    .map((part) => {
      const variable = variableOf(part)
      return variable === undefined ? shellQuote(part) : `"$${variable}"`
    })
    .join('')
}
