import { Buffer } from 'node:buffer'
import { Agent, request as sendRequest } from 'undici'
import createAsynchronous from '../../connectors/abc-security-monitor/index.ts'
import { methodRunner } from '../../connectors/abc-security-monitor/method-runner.ts'
import type { HttpAnswer, HttpRequest } from '../../connectors/support/open-http-client.ts'
import { ABC_BASE_PATH } from '../../contracts/abc-security-monitor/api.ts'
import { AbcConfiguration } from '../../contracts/abc-security-monitor/configuration.ts'
import type { Connection } from '../../contracts/connection.ts'
import type { Connector, ConnectorFactory } from '../../contracts/connector.ts'

/** What a variant may be built from, besides the correct connector itself. */
export interface Parts {
  readonly connection: Connection
  readonly configuration: AbcConfiguration
  /** Runs a method on the correct API client; what it throws becomes the correct failure envelope. */
  readonly run: ReturnType<typeof methodRunner>
  /** One request as it is written here, with its answer unjudged. */
  send(request: HttpRequest, options?: SendOptions): Promise<Sent>
  /** What the data source says of a search; nothing where it says nothing that can be read. */
  peek(searchId: string): Promise<Readonly<Record<string, unknown>>>
}

/** What came back of one request. */
export interface Sent extends HttpAnswer {
  /** Where a redirect leads. */
  readonly location: string | undefined
}

/** What a request does otherwise than it should. */
export interface SendOptions {
  readonly withoutCredentials?: boolean
  /** How the data source's certificate is verified. */
  readonly tls?: {
    readonly rejectUnauthorized?: boolean
    readonly checkServerIdentity?: () => undefined
  }
}

/** The methods in which a variant differs. */
export type Overrides = (correct: Connector, parts: Parts) => Partial<Connector>

/** A connector that is another one but for some methods. */
export function variantOf(
  overrides: Overrides,
  base: ConnectorFactory = createAsynchronous,
): ConnectorFactory {
  return (connection, configuration) => {
    const correct = base(connection, configuration)
    return {
      ...correct,
      ...overrides(correct, partsOf(connection, AbcConfiguration.parse(configuration))),
    }
  }
}

function partsOf(connection: Connection, configuration: AbcConfiguration): Parts {
  const send: Parts['send'] = (request, options) =>
    sendOnce(connection, configuration, request, options)
  const peek: Parts['peek'] = async (searchId) => {
    const path = `/searches/${encodeURIComponent(searchId)}`
    const answer = await send({ method: 'GET', path }).catch(() => undefined)
    return { ...(answer?.json as object | undefined) }
  }
  return { connection, configuration, run: methodRunner(connection, configuration), send, peek }
}

async function sendOnce(
  { scheme = 'https', host, port, selfSignedCert, options }: Connection,
  { auth }: AbcConfiguration,
  { method, path, headers, body }: HttpRequest,
  { tls, withoutCredentials = false }: SendOptions = {},
): Promise<Sent> {
  const ca = selfSignedCert === undefined ? {} : { ca: selfSignedCert }
  const agent = new Agent({ connect: { ...ca, ...tls } })
  const credentials = Buffer.from(`${auth.username}:${auth.password}`).toString('base64')
  try {
    const answer = await sendRequest(`${scheme}://${host}:${port}${ABC_BASE_PATH}${path}`, {
      dispatcher: agent,
      method,
      headers: {
        ...(withoutCredentials ? {} : { authorization: `Basic ${credentials}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout((options?.timeout ?? 30) * 1_000),
    })
    const { location } = answer.headers
    const json = jsonIn(await answer.body.text())
    return { status: answer.statusCode, json, location: location?.toString() }
  } finally {
    await agent.destroy()
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
