import {
  type HttpAnswer,
  type HttpRequest,
  type OpenHttp,
  openHttpClient,
} from '../../../connectors/support/open-http-client.ts'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { Connector, ConnectorFactory } from '../../../contracts/connector.ts'
import type { CorrectConnector } from './correct.ts'

/** A defect that can be put to any correct connector, and the check that must catch it. */
export interface Defect {
  /** By its name: the clause, and the aspect where it has one. */
  readonly caughtBy: string
  /** What is wrong, as a noun phrase. */
  readonly defect: string
  readonly wrap: (correct: CorrectConnector) => ConnectorFactory
}

/** What a defect may go by, besides the correct connector itself. */
export interface Known {
  readonly connection: Connection
  readonly configuration: Configuration
  readonly asynchronous: boolean
  /** What came back of the requests of the call so far, in their order. */
  readonly seen: readonly HttpAnswer[]
}

/** What is wrong is what the methods answer, or what they make of their arguments. */
export function onMethods(
  overrides: (correct: Connector, known: Known) => Partial<Connector>,
): Defect['wrap'] {
  return (correct) => (connection, configuration) => {
    const seen: HttpAnswer[] = []
    const connector = correct.over(
      sendingBy(async (request, send) => {
        const answer = await send(request)
        seen.push(answer)
        return answer
      }),
    )(connection, configuration)
    const asynchronous = correct.mode === 'asynchronous'
    const known = { connection, configuration, asynchronous, seen }
    return { ...connector, ...overrides(connector, known) }
  }
}

type Send = (request: HttpRequest) => Promise<HttpAnswer>
type Edit = (request: HttpRequest, send: Send, configuration: Configuration) => Promise<HttpAnswer>

/** What is wrong is how requests are sent. */
export function onRequests(edit: Edit): Defect['wrap'] {
  return (correct) => (connection, configuration) => {
    const over = correct.over(sendingBy((request, send) => edit(request, send, configuration)))
    return over(connection, configuration)
  }
}

/** What is wrong is what is made of the connection. */
export function onConnection(edit: (connection: Connection) => Connection): Defect['wrap'] {
  return (correct) => (connection, configuration) => correct.over()(edit(connection), configuration)
}

function sendingBy(edit: (request: HttpRequest, send: Send) => Promise<HttpAnswer>): OpenHttp {
  return (connection) => {
    const client = openHttpClient(connection)
    return {
      send: (request) => edit(request, (sent) => client.send(sent)),
      close: () => client.close(),
    }
  }
}
