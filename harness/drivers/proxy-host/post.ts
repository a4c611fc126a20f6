import { Client, errors } from 'undici'
import type { Outcome } from '../driver.ts'
import { type Patience, startDeadline } from '../process/deadline.ts'
import type { HostRequest } from './host-request.ts'
import type { Trust } from './trust.ts'
import { HostUnreachable, trustedConnector } from './trusted-connector.ts'

/** In bytes. The largest answer that any check asks for is a sixth of it. */
const LARGEST_BODY = 32 * 1024 * 1024

/** A response that came whole, whatever is in it. */
export interface HostResponse {
  readonly kind: 'response'
  readonly path: string
  readonly status: number
  /** Where it redirects to. */
  readonly location: string | undefined
  readonly body: Uint8Array
}

/** What became of a request. */
export type Posted =
  | HostResponse
  | Extract<Outcome, { kind: 'timed-out' | 'too-much-output' | 'could-not-start' | 'no-value' }>

/** Where requests go, and how. */
export interface Line extends Patience {
  readonly origin: string
  readonly trust: Trust
  /** Gives the request up at once. */
  readonly signal: AbortSignal
  /** Told the SHA-256 of the host's public key, in base64. */
  readonly sawKey: (hash: string) => void
}

/**
 * Sends one request over a connection of its own, which a host that ends idle connections cannot spoil. A
 * redirect is not followed: credentials would go along. Never rejects.
 */
export async function post(line: Line, { path, body }: HostRequest): Promise<Posted> {
  const deadline = new AbortController()
  const endDeadline = startDeadline(line, () => deadline.abort())
  const signal = AbortSignal.any([line.signal, deadline.signal])
  const client = openClient(line, signal)
  try {
    const response = await client.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      signal,
      reset: true,
    })
    const location = response.headers['location']
    return {
      kind: 'response',
      path,
      status: response.statusCode,
      location: Array.isArray(location) ? location[0] : location,
      body: await response.body.bytes(),
    }
  } catch (error) {
    if (!signal.aborted) return failed(line.origin, error)
    return { kind: 'timed-out', afterMilliseconds: line.deadlineMilliseconds }
  } finally {
    endDeadline()
    await client.destroy()
  }
}

function openClient({ origin, trust, sawKey }: Line, signal: AbortSignal): Client {
  return new Client(origin, {
    allowH2: false,
    maxResponseSize: LARGEST_BODY,
    // The deadline covers a call from end to end; these would cut it short.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: trustedConnector(trust, signal, sawKey),
  })
}

function failed(origin: string, error: unknown): Posted {
  if (error instanceof HostUnreachable) {
    return { kind: 'could-not-start', reason: `${origin} cannot be called: ${error.message}` }
  }
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return { kind: 'too-much-output', bytes: LARGEST_BODY }
  }
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
    return { kind: 'no-value', reason: 'the host does not answer in HTTP' }
  }
  const words = error instanceof Error ? error.message : String(error)
  return { kind: 'no-value', reason: `the host hung up before its answer was whole (${words})` }
}
