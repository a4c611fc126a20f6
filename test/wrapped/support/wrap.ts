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
  /** Undefined where it cannot be put to this connector: it looks at requests, which are not shown. */
  readonly wrap: (correct: CorrectConnector) => ConnectorFactory | undefined
}

/** What a defect may go by, besides the correct connector itself. */
export interface Known {
  readonly connection: Connection
  readonly configuration: Configuration
  readonly asynchronous: boolean
}

/** What is wrong is what the methods answer, or what they make of their arguments. */
export function onMethods(
  overrides: (correct: Connector, known: Known) => Partial<Connector>,
): Defect['wrap'] {
  return (correct) => (connection, configuration) => {
    const connector = correct.make(connection, configuration)
    const asynchronous = correct.mode === 'asynchronous'
    return { ...connector, ...overrides(connector, { connection, configuration, asynchronous }) }
  }
}

/** The same, by what came back of requests. */
export function onMethodsSeeing(
  overrides: (correct: Connector, seen: readonly HttpAnswer[]) => Partial<Connector>,
): Defect['wrap'] {
  return ({ over }) => {
    if (over === undefined) return undefined
    return (connection, configuration) => {
      const seen: HttpAnswer[] = []
      const open = sendingBy(async (request, send) => {
        const answer = await send(request)
        seen.push(answer)
        return answer
      })
      const connector = over(open)(connection, configuration)
      return { ...connector, ...overrides(connector, seen) }
    }
  }
}

type Send = (request: HttpRequest) => Promise<HttpAnswer>
type Edit = (request: HttpRequest, send: Send, configuration: Configuration) => Promise<HttpAnswer>

/** What is wrong is how requests are sent. */
export function onRequests(edit: Edit): Defect['wrap'] {
  return ({ over }) =>
    over &&
    ((connection, configuration) => {
      const open = sendingBy((request, send) => edit(request, send, configuration))
      return over(open)(connection, configuration)
    })
}

/** What is wrong is what is made of the connection. */
export function onConnection(edit: (connection: Connection) => Connection): Defect['wrap'] {
  return (correct) => (connection, configuration) => correct.make(edit(connection), configuration)
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
