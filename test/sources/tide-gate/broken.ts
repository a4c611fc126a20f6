import type { Api } from '../../../connectors/skeleton/api.ts'
import { connectorFor } from '../../../connectors/skeleton/index.ts'
import {
  type HttpClient,
  type OpenHttp,
  openHttpClient,
} from '../../../connectors/support/open-http-client.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { api } from './api.ts'

interface BrokenForTideGate {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** The correct connector, with something wrong in what it knows of the API. */
const knowing = (wrong: Partial<Api>): ConnectorFactory => connectorFor({ ...api, ...wrong })

/** The correct connector, on a client whose requests go another way. */
const sending = (edit: (http: HttpClient) => HttpClient['send']): ConnectorFactory => {
  const open: OpenHttp = (connection) => {
    const http = openHttpClient(connection)
    return { send: edit(http), close: () => http.close() }
  }
  return connectorFor(api, open)
}

const keyIsNotRenewed = sending((http) => {
  let logIns = 0
  return async (request) => {
    if (request.path === '/v2/sessions') logIns += 1
    return logIns > 1
      ? { status: 401, json: { fault: { code: 'NO_KEY', text: 'over' } } }
      : http.send(request)
  }
})

const cursorIsNotEncoded = knowing({
  results: (id, { limit, next }) => ({
    ...{ method: 'GET', http: 200 },
    path: `/v2/hunts/${id}/catch?most=${limit}${next === undefined ? '' : `&after=${next}`}`,
  }),
})

const lostIsNotKnown = knowing({ states: api.states.filter(({ means }) => means !== 'ERROR') })

const onlyFirstPage = sending((http) => async (request) => {
  if (request.path.includes('&after=')) {
    return { status: 200, json: { catch: { rows: [], after: null } } }
  }
  return http.send(request)
})

const codesByStatus = knowing({ codes: { 404: 'no_results', 400: 'invalid_parameter' } })

export const BROKEN: readonly BrokenForTideGate[] = [
  {
    defect: 'a session key that is not renewed',
    caughtBy: 'ERR-3 renewal',
    make: keyIsNotRenewed,
  },
  {
    defect: 'a cursor that is not encoded in the URL',
    caughtBy: 'PAGE-1',
    make: cursorIsNotEncoded,
  },
  {
    defect: 'a hunt without a phase taken for an answer that cannot be read',
    caughtBy: 'LIFE-1',
    make: lostIsNotKnown,
  },
  { defect: 'a page that is taken for all there is', caughtBy: 'PAGE-1', make: onlyFirstPage },
  { defect: 'codes that are not read', caughtBy: 'ERR-1', make: codesByStatus },
]
