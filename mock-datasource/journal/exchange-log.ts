import type { Recorded } from './recorded.ts'

const MOST_EXCHANGES = 20_000
const MOST_BYTES = 16 * 1024 * 1024
const CHUNK_BYTES = 256 * 1024
/** Most mocks live for a few exchanges: the first chunks are smaller, each so many times as long as the one before. */
const FIRST_CHUNK_BYTES = 8 * 1024
const GROWTH = 4
const LENGTH_BYTES = 4

/** Exchanges one after the other. */
interface Chunk {
  readonly bytes: Buffer
  used: number
  /** Of each its place in the bytes, and its sequence: to look for one does not take reading them. */
  readonly starts: number[]
  readonly sequences: number[]
  /** The highest sequence in it. */
  newest: number
}

/** What stands in front of the bodies of an exchange, as JSON. */
interface Head extends Omit<Recorded, 'body' | 'response'> {
  readonly bodyBytes?: number | undefined
  readonly response?:
    | {
        status: number
        headers: Readonly<Record<string, string>>
        kept: number
        truncated: boolean
        rows?: number | undefined
      }
    | undefined
}

/**
 * Keeps the most recent exchanges that are over, within a bound of number and bytes. They are kept as
 * bytes: as objects, tens of thousands of them would have the garbage collector move them about and make
 * the process grow by several times their size.
 */
export class ExchangeLog {
  #chunks: Chunk[] = []
  #count = 0
  #bytes = 0
  #forgottenUpTo = 0

  /** The highest sequence among those that are no longer kept; 0 where all are. */
  get forgottenUpTo(): number {
    return this.#forgottenUpTo
  }

  add(recorded: Recorded): void {
    const head = headOf(recorded)
    const headBytes = Buffer.byteLength(head)
    const bodyBytes = (recorded.body?.length ?? 0) + (recorded.response?.kept ?? 0)
    const chunk = this.#chunkFor(LENGTH_BYTES + headBytes + bodyBytes)
    chunk.starts.push(chunk.used)
    chunk.sequences.push(recorded.sequence)
    chunk.newest = Math.max(chunk.newest, recorded.sequence)
    this.#count += 1
    chunk.used = chunk.bytes.writeUInt32LE(headBytes, chunk.used)
    chunk.used += chunk.bytes.write(head, chunk.used)
    copyBodies(recorded, chunk)
  }

  /** Those with a higher sequence than `after`, the lowest first. To be used at once. */
  *after(after: number): Iterable<Recorded> {
    const found = this.#chunks
      .filter(({ newest }) => newest > after)
      .flatMap(({ bytes, starts, sequences }) =>
        sequences.flatMap((sequence, index) =>
          sequence > after ? [{ sequence, bytes, start: starts[index] as number }] : [],
        ),
      )
      .sort((a, b) => a.sequence - b.sequence)
    for (const { bytes, start } of found) yield read(bytes, start)
  }

  clear(): void {
    for (const chunk of this.#chunks) this.#forget(chunk)
    this.#chunks = []
    this.#count = 0
    this.#bytes = 0
  }

  #chunkFor(length: number): Chunk {
    const current = this.#chunks.at(-1)
    if (current && current.bytes.length - current.used >= length) return current
    let free: Buffer | undefined
    // The next one will hold about as many as this one does.
    const count = current?.starts.length ?? 0
    while (this.#count + count > MOST_EXCHANGES || this.#bytes + length > MOST_BYTES) {
      const oldest = this.#chunks.shift()
      if (!oldest) break
      this.#count -= oldest.starts.length
      this.#bytes -= oldest.bytes.length
      this.#forget(oldest)
      free = oldest.bytes
    }
    const fits = free?.length === CHUNK_BYTES && length <= CHUNK_BYTES
    const usual = current ? Math.min(GROWTH * current.bytes.length, CHUNK_BYTES) : FIRST_CHUNK_BYTES
    const bytes = fits ? free : Buffer.allocUnsafeSlow(Math.max(length, usual))
    const chunk: Chunk = { bytes: bytes as Buffer, used: 0, starts: [], sequences: [], newest: 0 }
    this.#chunks.push(chunk)
    this.#bytes += chunk.bytes.length
    return chunk
  }

  #forget({ newest }: Chunk): void {
    this.#forgottenUpTo = Math.max(this.#forgottenUpTo, newest)
  }
}

function headOf({ body, response, ...rest }: Recorded): string {
  const { status, headers, kept, truncated, rows } = response ?? {}
  return JSON.stringify({
    ...rest,
    bodyBytes: body?.length,
    response: response && { status, headers, kept, truncated, rows },
  })
}

function copyBodies({ body, response }: Recorded, chunk: Chunk): void {
  if (body) chunk.used += body.copy(chunk.bytes, chunk.used)
  let left = response?.kept ?? 0
  for (const piece of response?.body ?? []) {
    const copied = piece.copy(chunk.bytes, chunk.used, 0, left)
    chunk.used += copied
    left -= copied
  }
}

function read(bytes: Buffer, start: number): Recorded {
  const from = start + LENGTH_BYTES
  const end = from + bytes.readUInt32LE(start)
  const { bodyBytes, response, ...rest } = JSON.parse(bytes.toString('utf8', from, end)) as Head
  const endOfBody = end + (bodyBytes ?? 0)
  return {
    ...rest,
    ...(bodyBytes !== undefined && { body: bytes.subarray(end, endOfBody) }),
    ...(response && {
      response: { ...response, body: [bytes.subarray(endOfBody, endOfBody + response.kept)] },
    }),
  }
}
