import { once } from 'node:events'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { Agent, type Dispatcher } from 'undici'
import { bodyOf, type Exchange, type HeaderList, OF_CONNECTIONS } from './exchange.ts'
import type { ExchangeMasker, MaskedAt } from './exchange-masker.ts'
import { type Asked, type Front, type FrontOptions, headersOf, openFront } from './http-front.ts'

/** How the real service is reached. */
export interface Upstream {
  readonly origin: string
  /** What goes before every path; without a slash at its end. */
  readonly basePath: string
  /** PEM of what to trust beside the system's authorities. */
  readonly ca?: string | readonly string[] | undefined
  /** PEM of who asks, where the service wants to know. */
  readonly cert?: string | undefined
  readonly key?: string | undefined
  /** Its certificate is not looked at. */
  readonly insecure?: boolean | undefined
}

/** An exchange that has ended, as it is to be written down, and where secrets were masked in it. */
export interface Ended {
  readonly exchange: Omit<Exchange, 'n'>
  readonly at: readonly MaskedAt[]
}

export interface RecorderOptions extends FrontOptions {
  readonly upstream: Upstream
  readonly masker: ExchangeMasker
  readonly ended: (ended: Ended) => void
  /** Of a body, in bytes; of a longer one so much is written down, and all of it is passed on. */
  readonly mostKept?: number
}

/** As text in JSON, where a sign may take six, it fits into a line that can be read. */
const MOST_KEPT = 64 * 1024 * 1024

/**
 * Stands between a client and a real service: passes on what is asked and answered, and tells of each exchange as it ends.
 * Nothing is sent anywhere but to that service; a redirect is an answer like any other. Bodies are asked for uncompressed,
 * so that secrets in them are found.
 */
export async function startRecorder(options: RecorderOptions): Promise<Front> {
  const { upstream, masker, ended, mostKept = MOST_KEPT } = options
  const { ca, cert, key, insecure } = upstream
  const agent = new Agent({
    allowH2: false,
    // The client knows how long it waits.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      rejectUnauthorized: insecure !== true,
      ...(ca !== undefined && { ca: [...[ca].flat()] }),
      ...(cert !== undefined && { cert, key }),
    },
  })
  const front = await openFront(options, async (asked) => {
    const exchange = await passOn(asked, agent, upstream, mostKept)
    const masked = masker.mask({ n: 1, ...exchange })
    const { n: _, ...rest } = masked.exchange
    ended({ exchange: rest, at: masked.at })
  })
  return {
    port: front.port,
    close: async () => {
      await front.close()
      await agent.destroy()
    },
  }
}

async function passOn(
  { request, response, body }: Asked,
  agent: Dispatcher,
  { origin, basePath }: Upstream,
  mostKept: number,
): Promise<Omit<Exchange, 'n'>> {
  const time = new Date()
  const started = performance.now()
  const { method = 'GET', url = '/' } = request
  const headers = headersOf(request)
  const sent = bodyOf(body.subarray(0, mostKept))
  const asked = { method, path: url, headers, ...(sent && { body: sent }) }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const end = (rest: Pick<Exchange, 'response' | 'trouble'>) => ({
    ...{ time: time.toISOString(), took: Math.round(performance.now() - started) },
    ...{ request: asked, ...rest },
  })
  try {
    const answer = await agent.request({
      ...{ origin, path: `${basePath}${url}`, method: method as Dispatcher.HttpMethod },
      headers: sentOn(headers, new URL(origin).host),
      body: body.length === 0 ? null : body,
      signal: gone.signal,
      responseHeaders: 'raw',
    })
    return end({ response: await passBack(answer, response, gone.signal, mostKept) })
  } catch (error) {
    const trouble = troubleOf(error, gone.signal.aborted && !response.writableEnded)
    if (!response.headersSent && !response.destroyed) {
      response.writeHead(502, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ message: `connector-contract mock --record: ${trouble}` }))
    } else response.destroy()
    return end({ trouble })
  }
}

function sentOn(headers: HeaderList, host: string): Record<string, string | string[]> {
  const kept = headers.filter(
    ([name]) =>
      !OF_CONNECTIONS.test(name) && !/^(?:host|accept-encoding|content-length)$/i.test(name),
  )
  const sent: Record<string, string | string[]> = { host, 'accept-encoding': 'identity' }
  for (const [name, value] of kept) {
    const former = sent[name]
    sent[name] = former === undefined ? value : [...[former].flat(), value]
  }
  return sent
}

/** Gives a client the answer as it comes, and keeps it. */
async function passBack(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  response: Asked['response'],
  gone: AbortSignal,
  mostKept: number,
): Promise<NonNullable<Exchange['response']>> {
  const all = rawPairs(headers)
  const shown = all.filter(([name]) => !OF_CONNECTIONS.test(name))
  response.writeHead(statusCode, shown.flat())
  const pieces: Buffer[] = []
  let kept = 0
  let isCut = false
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      const room = mostKept - kept
      if (room > 0) pieces.push(piece.subarray(0, room))
      if (piece.length > room) isCut = true
      kept += piece.length
      if (!response.write(piece)) await once(response, 'drain', { signal: gone })
    }
    response.end()
  } catch {
    isCut = true
    response.destroy()
  }
  return {
    status: statusCode,
    ...written(shown, Buffer.concat(pieces), mostKept),
    ...(isCut && { cut: true }),
  }
}

/** A body as people read it, with the headers that fit it. */
function written(
  headers: HeaderList,
  bytes: Buffer,
  mostKept: number,
): Pick<NonNullable<Exchange['response']>, 'headers' | 'body'> {
  const encoding = headers.find(([name]) => /^content-encoding$/i.test(name))?.[1]
  const plain = unpacked(bytes, encoding, mostKept)
  const body = bodyOf(plain ?? bytes)
  const left = plain === undefined ? /^content-length$/i : /^content-(?:length|encoding)$/i
  return { headers: headers.filter(([name]) => !left.test(name)), ...(body && { body }) }
}

/** Undefined also where it would be longer than what is kept: then it is kept as it is. */
function unpacked(
  bytes: Buffer,
  encoding: string | undefined,
  maxOutputLength: number,
): Buffer | undefined {
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, { maxOutputLength })
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength })
    return encoding === 'deflate' ? inflateSync(bytes, { maxOutputLength }) : undefined
  } catch {
    return undefined
  }
}

function rawPairs(headers: unknown): [string, string][] {
  const raw = (headers as readonly (Buffer | string)[]).map(String)
  return raw.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : [],
  )
}

function troubleOf(error: unknown, hasGone: boolean): string {
  if (hasGone) return 'the client gave up before an answer came'
  const { code, message } = error as NodeJS.ErrnoException
  return `the service does not answer: ${(message || code) ?? 'unknown reason'}`
}
