import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { type OpenHttp, openHttpClient } from '../../../connectors/support/open-http-client.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { broken, isObject, type OpenApi, SplunkApi } from './api.ts'

const RUNNING = ['QUEUED', 'PARSING', 'RUNNING', 'PAUSED', 'FINALIZING']
const JOBS = '/services/search/jobs'
const RESULTS = '/services/search/v2/jobs'
const NO_SUCH_JOB = { 404: 'no_results' } as const

/** A correct connector for Splunk, on the API that `open` opens. */
export function connectorOn(open: OpenApi): ConnectorFactory {
  return (connection, { auth }) => {
    const logIn = { username: String(auth['username']), password: String(auth['password']) }
    const run = async (act: (api: SplunkApi) => Promise<object>) => {
      let secrets: Readonly<Record<string, unknown>> = logIn
      try {
        const api = open(connection, logIn)
        try {
          return { success: true, ...(await act(api)) }
        } finally {
          secrets = api.secrets
          await api.close()
        }
      } catch (error) {
        return failureEnvelope(error, secretMasker({ auth: secrets }))
      }
    }
    return {
      is_async: () => true,
      ping: () => run(ping),
      query: (query) => run((api) => query_(api, requireText(query, 'query'))),
      status: (id) => run((api) => status(api, sidOf(id))),
      results: (id, offset, length) =>
        run(async (api) => {
          const [first, wanted] = [parseCount(offset, 'offset'), parseCount(length, 'length')]
          return { data: await rowsOf(api, sidOf(id), first, wanted) }
        }),
      delete: (id) => run((api) => drop(api, sidOf(id))),
    }
  }
}

/** The same, on the HTTP client that `open` opens. */
export const connectorWith = (open: OpenHttp): ConnectorFactory =>
  connectorOn((connection, logIn) => new SplunkApi(connection, logIn, open))

export default connectorWith(openHttpClient)

async function ping(api: SplunkApi): Promise<object> {
  const { entry } = await api.ask({ method: 'GET', path: `/services/?${JSON_MODE}`, http: 200 })
  if (!Array.isArray(entry)) throw broken('entry')
  return {}
}

async function query_(api: SplunkApi, search: string): Promise<object> {
  const body = new URLSearchParams({ search, output_mode: 'json' })
  const means = { 400: 'invalid_query' } as const
  const { sid } = await api.ask({ method: 'POST', path: JOBS, body, http: 201, means })
  if (typeof sid !== 'string' || sid === '') throw broken('sid')
  return { search_id: sid }
}

async function status(api: SplunkApi, sid: string): Promise<object> {
  const path = `${JOBS}/${sid}?${JSON_MODE}`
  const answer = await api.ask({ method: 'GET', path, http: 200, means: NO_SUCH_JOB })
  const { entry } = answer
  const first: unknown = Array.isArray(entry) ? entry[0] : undefined
  const content = isObject(first) ? first['content'] : undefined
  if (!isObject(content)) throw broken('entry')
  const { doneProgress } = content
  const isFraction = typeof doneProgress === 'number' && doneProgress >= 0 && doneProgress <= 1
  if (!isFraction) throw broken('doneProgress')
  const state = stateOf(content)
  return { status: state, progress: state === 'COMPLETED' ? 100 : Math.floor(doneProgress * 100) }
}

/** A job that has failed is done, too. */
function stateOf({ dispatchState, isDone, isFailed }: Readonly<Record<string, unknown>>): string {
  if (isFailed === true) return 'ERROR'
  if (isDone === true && dispatchState === 'DONE') return 'COMPLETED'
  if (isDone === false && RUNNING.includes(String(dispatchState))) return 'RUNNING'
  throw broken('dispatchState')
}

/** Page after page, since Splunk gives no more rows at once than it is set to, and does not tell how many there are. */
async function rowsOf(api: SplunkApi, sid: string, first: number, wanted: number) {
  const rows: object[] = []
  do {
    const offset = first + rows.length
    // count=0 would be all rows. No row is asked for, but whether there is such a job.
    const count = Math.max(1, wanted - rows.length)
    const page = await pageOf(api, sid, offset, count)
    rows.push(...page)
    if (page.length === 0) break
  } while (rows.length < wanted)
  return rows.slice(0, wanted)
}

async function pageOf(api: SplunkApi, sid: string, offset: number, count: number) {
  const path = `${RESULTS}/${sid}/results?${JSON_MODE}&offset=${offset}&count=${count}`
  const means = { ...NO_SUCH_JOB, 400: 'invalid_parameter' } as const
  const { init_offset: begin, results } = await api.ask({ method: 'GET', path, http: 200, means })
  if (!Array.isArray(results) || !results.every(isObject)) throw broken('results')
  if (begin !== offset || results.length > count) throw broken('init_offset')
  return results
}

async function drop(api: SplunkApi, sid: string): Promise<object> {
  const path = `${JOBS}/${sid}?${JSON_MODE}`
  const { messages } = await api.ask({ method: 'DELETE', path, http: 200, means: NO_SUCH_JOB })
  if (!Array.isArray(messages)) throw broken('messages')
  return {}
}

/** Without it Splunk answers in XML. */
const JSON_MODE = 'output_mode=json'

function sidOf(id: unknown): string {
  const text = requireText(id, 'search_id')
  if (text === '.' || text === '..' || !text.isWellFormed()) {
    throw new ConnectorFailure('no_results', 'no job has such an id')
  }
  return encodeURIComponent(text)
}
