import { Client } from 'undici'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { jsonOf } from '../../../connectors/support/exchange.ts'
import { transportFailure } from '../../../connectors/support/transport-failure.ts'

const DEFAULT_TIMEOUT_SECONDS = 30
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024

/** Where a request goes, and whom it may be shown to. */
export interface Reaching {
  /** `127.0.0.1:8443`, or `[::1]:8443`. */
  readonly authority: string
  /** A certificate as PEM; absent: those of the system. */
  readonly ca: string | undefined
  /** In seconds. */
  readonly timeout: number | undefined
}

export interface Sent {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Undefined where the body is no JSON. */
  readonly json: unknown
}

/** Makes one request over HTTPS. Follows no redirect. @throws ConnectorFailure where no whole answer comes in time. */
export async function send({ authority, ca, timeout }: Reaching, sent: Sent): Promise<Received> {
  const milliseconds = (timeout ?? DEFAULT_TIMEOUT_SECONDS) * 1_000
  const signal = AbortSignal.timeout(milliseconds)
  const client = new Client(`https://${authority}`, {
    allowH2: false,
    maxResponseSize: MAX_RESPONSE_BYTES,
    connect: { timeout: 0, signal, ...(ca === undefined ? {} : { ca }) },
  })
  try {
    const response = await client.request({ ...sent, body: sent.body ?? null, signal })
    const json = jsonOf(await response.body.bytes())
    return { status: response.statusCode, headers: response.headers, json }
  } catch (error) {
    throw signal.aborted
      ? new ConnectorFailure('service_unavailable', `no answer within ${milliseconds} ms`)
      : transportFailure(error)
  } finally {
    await client.destroy()
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
