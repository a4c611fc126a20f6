import { ByteLog, type Placed } from './byte-log.ts'
import type { Recorded } from './recorded.ts'

/** What the journal takes at most where nobody says otherwise, in bytes. */
export const USUAL_JOURNAL_BYTES = 16 * 1024 * 1024
const MOST_EXCHANGES = 100_000
/** What of it exchanges without headers and bodies may take. */
const SHARE_OF_HEADS = 0.5
const LENGTH_BYTES = 4

type Response = NonNullable<Recorded['response']>

/** What can be seen of an exchange at a glance, as JSON. */
interface Head extends Omit<Recorded, 'body' | 'rawHeaders' | 'response'> {
  readonly response?: Pick<Response, 'status' | 'rows'> | undefined
}

/** What stands in front of the bodies, as JSON. */
interface Detail extends Pick<Recorded, 'rawHeaders'> {
  readonly bodyBytes?: number | undefined
  readonly response?: Pick<Response, 'headers' | 'kept' | 'truncated'> | undefined
}

/**
 * Keeps the most recent exchanges that are over, within a bound of bytes. Where it is reached, headers and bodies of the
 * oldest go first, and the exchanges themselves where these take half of it.
 */
export class ExchangeLog {
  readonly mostBytes: number
  readonly #heads = new ByteLog()
  readonly #details = new ByteLog()

  constructor(mostBytes: number = USUAL_JOURNAL_BYTES) {
    this.mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#heads.bytes + this.#details.bytes
  }

  /** The highest sequence among those that are no longer kept; 0 where all are. */
  get forgottenUpTo(): number {
    return this.#heads.droppedUpTo
  }

  /** The highest sequence among those whose headers and bodies are no longer kept; 0 where all are. */
  get bodiesDroppedUpTo(): number {
    return this.#details.droppedUpTo
  }

  add(recorded: Recorded): void {
    addHead(this.#heads, recorded)
    addDetail(this.#details, recorded)
    const heads = this.#heads
    while (heads.count > MOST_EXCHANGES || heads.bytes > this.mostBytes * SHARE_OF_HEADS) {
      if (!heads.dropOldest()) break
    }
    while (this.bytes > this.mostBytes && this.#details.dropOldest()) {
      // Until it fits, or nothing is left to be dropped.
    }
  }

  /** Those with a higher sequence than `after`, the lowest first, at least `most` of them. To be used at once. */
  *after(after: number, most?: number): Iterable<Recorded> {
    const details = this.#details.after(after, most)
    let next = 0
    for (const placed of this.#heads.after(after, most)) {
      while ((details[next]?.sequence ?? Number.POSITIVE_INFINITY) < placed.sequence) next += 1
      const detail = details[next]
      yield read(placed, detail?.sequence === placed.sequence ? detail : undefined)
    }
  }

  /**
   * The same without their bodies, which takes much less time. Headers are there where an address may hold what they
   * say is secret.
   */
  *headsAfter(after: number, most?: number): Iterable<Recorded> {
    const details = this.#details.after(after, most)
    let next = 0
    for (const placed of this.#heads.after(after, most)) {
      const head = read(placed, undefined)
      while ((details[next]?.sequence ?? Number.POSITIVE_INFINITY) < placed.sequence) next += 1
      const detail = details[next]
      const mayTell = head.url.includes('?') && detail?.sequence === placed.sequence
      yield mayTell ? { ...head, rawHeaders: readJson<Detail>(detail).value.rawHeaders } : head
    }
  }

  clear(): void {
    this.#heads.clear()
    this.#details.clear()
  }
}

function addHead(log: ByteLog, { body: _body, rawHeaders: _raw, response, ...rest }: Recorded) {
  const { status = 0, rows } = response ?? {}
  addJson(log, rest.sequence, { ...rest, response: response && { status, rows } } satisfies Head, 0)
}

function addDetail(log: ByteLog, { sequence, rawHeaders, body, response }: Recorded): void {
  const { headers = {}, kept = 0, truncated = false } = response ?? {}
  const detail: Detail = {
    rawHeaders,
    bodyBytes: body?.length,
    response: response && { headers, kept, truncated },
  }
  const { bytes, end } = addJson(log, sequence, detail, (body?.length ?? 0) + kept)
  let at = end
  if (body) at += body.copy(bytes, at)
  let left = kept
  for (const piece of response?.body ?? []) {
    const copied = piece.copy(bytes, at, 0, left)
    at += copied
    left -= copied
  }
}

/** Writes a value with its length in front of it, and leaves so many bytes free behind it. */
function addJson(log: ByteLog, sequence: number, value: Head | Detail, free: number) {
  const json = JSON.stringify(value)
  const length = Buffer.byteLength(json)
  const { bytes, start } = log.add(sequence, LENGTH_BYTES + length + free)
  bytes.writeUInt32LE(length, start)
  bytes.write(json, start + LENGTH_BYTES)
  return { bytes, end: start + LENGTH_BYTES + length }
}

function readJson<Value>({ bytes, start }: Placed): { value: Value; end: number } {
  const from = start + LENGTH_BYTES
  const end = from + bytes.readUInt32LE(start)
  return { value: JSON.parse(bytes.toString('utf8', from, end)) as Value, end }
}

function read(head: Placed, detail: Placed | undefined): Recorded {
  const { response, ...rest } = readJson<Head>(head).value
  if (detail === undefined) {
    const gone = { headers: {}, body: [], kept: 0, truncated: true }
    return {
      ...{ ...rest, rawHeaders: [], bodiesDropped: true },
      ...(response && { response: { ...response, ...gone } }),
    }
  }
  const { value, end } = readJson<Detail>(detail)
  const { rawHeaders, bodyBytes, response: kept } = value
  const endOfBody = end + (bodyBytes ?? 0)
  return {
    ...{ ...rest, rawHeaders },
    ...(bodyBytes !== undefined && { body: detail.bytes.subarray(end, endOfBody) }),
    ...(response &&
      kept && {
        response: {
          ...{ ...response, ...kept },
          body: [detail.bytes.subarray(endOfBody, endOfBody + kept.kept)],
        },
      }),
  }
}
