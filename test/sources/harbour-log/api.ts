import { isIPv6 } from 'node:net'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Client } from 'undici'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { transportFailure } from '../../../connectors/support/transport-failure.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  ALONGSIDE: 'authentication_fail',
  QUARANTINE: 'forbidden',
  ADRIFT: 'invalid_parameter',
  FOG: 'invalid_query',
  STORM: 'service_unavailable',
}
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
}

/** Makes one request over HTTPS. @throws ConnectorFailure where no whole answer comes in time. */
export async function ask(connection: Connection, asked: Asked): Promise<Answered> {
  const { selfSignedCert, options } = connection
  const milliseconds = (options?.timeout ?? 30) * 1_000
  const signal = AbortSignal.timeout(milliseconds)
  const ca = selfSignedCert === undefined ? {} : { ca: selfSignedCert }
  const client = new Client(originOf(connection), {
    allowH2: false,
    maxResponseSize: 16 * 1024 * 1024,
    connect: { timeout: 0, signal, ...ca },
  })
  try {
    const response = await client.request({ ...asked, body: asked.body ?? null, signal })
    const bytes = await response.body.bytes()
    return { status: response.statusCode, text: textIn(bytes) }
  } catch (error) {
    throw signal.aborted
      ? new ConnectorFailure('service_unavailable', `no answer within ${milliseconds} ms`)
      : transportFailure(error)
  } finally {
    await client.destroy()
  }
}

export function originOf({ host, port }: Connection): string {
  return `https://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

/** The document of a success. @throws ConnectorFailure for an error, and what is neither. */
export function documentIn({ status, text }: Answered): Readonly<Record<string, unknown>> {
  const document = xmlIn(text)
  const { error } = document ?? {}
  if (status === 200 && document !== undefined && error === undefined) return document
  const { '@code': code, text: said } = (error ?? {}) as Readonly<Record<string, unknown>>
  const known = typeof code === 'string' ? (CODES[code] ?? 'unknown') : STATUSES[status]
  throw new ConnectorFailure(known ?? 'unknown', typeof said === 'string' ? said : `HTTP ${status}`)
}

function xmlIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (XMLValidator.validate(text) !== true) return undefined
  return new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', ignoreDeclaration: true },
    ...{ parseTagValue: false, trimValues: false, htmlEntities: true },
    isArray: (_name, path) => path === 'ships.ship',
  }).parse(text)
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
