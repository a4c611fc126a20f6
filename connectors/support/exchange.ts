import { Buffer } from 'node:buffer'
import * as http from 'node:http'
import * as https from 'node:https'
import { isIPv6 } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { Connection } from '../../contracts/connection.ts'
import { ConnectorFailure } from './connector-failure.ts'

const FORM = 'application/x-www-form-urlencoded'
/** A page is at most 1,000 rows, so this leaves some 16 KiB a row. */
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path and query string, every part of it already percent-encoded. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; URLSearchParams as a form; bytes as they are, being JSON already. */
  readonly body?: unknown
}

export interface HttpAnswer {
  readonly status: number
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}

/** What every request to one data source has in common: where it goes, whom it trusts, what ends it. */
export interface Origin extends http.RequestOptions {
  /** Keeps the one connection; whoever is done destroys it. */
  readonly agent: http.Agent
  /** What every request begins with. */
  readonly headers: Readonly<Record<string, string>>
}

/** @throws ConnectorFailure where the connection names no host */
export function openOrigin(connection: Connection, signal: AbortSignal): Origin {
  const { scheme = 'https', host, port, selfSignedCert: ca } = connection
  const headers = { host: authorityOf(connection), connection: 'keep-alive' }
  const kept = { keepAlive: true, maxSockets: 1 }
  const agent =
    scheme === 'http'
      ? new http.Agent(kept)
      : new https.Agent({ ...kept, secureContext: trustIn(ca), rejectUnauthorized: true })
  return { protocol: `${scheme}:`, host, port, agent, signal, headers }
}

let trusted: { readonly ca: string | undefined; readonly context: SecureContext } | undefined

/** Whom a client trusts. The last is kept: to read a certificate takes as long as to shake hands. */
function trustIn(ca: string | undefined): SecureContext {
  if (trusted === undefined || trusted.ca !== ca) {
    const options = ca === undefined ? {} : { ca, allowPartialTrustChain: true }
    trusted = { ca, context: createSecureContext(options) }
  }
  return trusted.context
}

/** Sends one request and reads its answer whole, whichever form of HTTP/1.1 it has. Throws what Node throws. */
export async function exchange(origin: Origin, request: HttpRequest): Promise<HttpAnswer> {
  const { method, path, headers, body } = request
  const isForm = body instanceof URLSearchParams
  const sent = body === undefined ? undefined : isForm ? body.toString() : jsonIn(body)
  const ofBody = sent !== undefined && {
    'content-type': isForm ? FORM : 'application/json',
    'content-length': String(Buffer.byteLength(sent)),
  }
  const all = { ...origin.headers, accept: 'application/json', ...headers, ...ofBody }
  const response = await responseTo({ ...origin, method, path, headers: all }, sent)
  return { status: response.statusCode ?? 0, json: jsonOf(await bytesOf(response)) }
}

type Sent = string | Uint8Array | undefined

/**
 * The answer's head; any of 1xx before it are passed over. A connection that was kept may be closed by the
 * data source at any time, also while a request is on its way: what changes nothing there is asked once more.
 */
async function responseTo(options: Origin, sent: Sent): Promise<http.IncomingMessage> {
  if (Object.keys(options.agent.freeSockets).length > 0) {
    // In the second of two turns the event loop has heard of a connection that was closed behind an answer.
    await setImmediate()
    await setImmediate()
  }
  const { request, response } = ask(options, sent)
  try {
    return await response
  } catch (error) {
    const isOfKept = request.reusedSocket && isHangUp(error)
    if (!isOfKept || options.method !== 'GET') throw error
    return await ask(options, sent).response
  }
}

function ask(options: Origin, sent: Sent) {
  const request = (options.protocol === 'http:' ? http : https).request(options)
  const response = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject)
  })
  request.end(sent)
  return { request, response }
}

function isHangUp(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ECONNRESET' || code === 'EPIPE'
}

async function bytesOf(response: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response) {
    size += part.length
    if (size > MAX_RESPONSE_BYTES) {
      throw new ConnectorFailure('unknown', 'The data source answered more than a page can hold')
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function jsonIn(body: unknown): string | Uint8Array {
  return body instanceof Uint8Array ? body : JSON.stringify(body)
}

/** What may be a number that none of JavaScript's holds as it is written: most bodies have none. */
const PERHAPS_TOO_LARGE = /\d[eE]\+?\d{3}|\d{16}/

/** A body as JSON; undefined where it is none, or holds a number that would be infinity. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return JSON.parse(text, PERHAPS_TOO_LARGE.test(text) ? unaltered : undefined)
  } catch {
    return undefined // not UTF-8, or not JSON: the caller sees that the API's promise is broken
  }
}

/** An integer that would be rounded stays as it is written, a text then (PAGE-1). */
function unaltered(_name: string, value: unknown, context?: { source?: string }): unknown {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
    throw new RangeError('a number that is too large')
  }
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const digits = context?.source ?? ''
  return /^-?\d+$/.test(digits) && BigInt(value) !== BigInt(digits) ? digits : value
}

function authorityOf({ scheme = 'https', host, port }: Connection): string {
  const name = isIPv6(host) ? `[${host}]` : host
  const url = URL.parse(`${scheme}://${name}:${port}`)
  if (url !== null && !/[/?#@\\\s]/.test(host)) return url.host
  throw new ConnectorFailure('invalid_parameter', 'connection.host is not a host name or address')
}
