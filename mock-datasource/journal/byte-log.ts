const CHUNK_BYTES = 256 * 1024
/** Most mocks live for a few exchanges: the first chunks are smaller, each so many times as long as the one before. */
const FIRST_CHUNK_BYTES = 4 * 1024
const GROWTH = 4

/** Records one after the other. */
interface Chunk {
  readonly bytes: Buffer
  used: number
  /** Of each its place in the bytes, and its sequence: to look for one does not take reading them. */
  readonly starts: number[]
  readonly sequences: number[]
  /** The lowest and the highest sequence in it. */
  oldest: number
  newest: number
}

/** Where a record is. */
export interface Placed {
  readonly sequence: number
  readonly bytes: Buffer
  readonly start: number
}

/**
 * Records as bytes, the oldest of which can be dropped: as objects, tens of thousands of them would have the garbage
 * collector move them about and make the process grow by several times their size.
 */
export class ByteLog {
  #chunks: Chunk[] = []
  #count = 0
  #bytes = 0
  #droppedUpTo = 0
  #free: Buffer | undefined

  get count(): number {
    return this.#count
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The highest sequence among those that were dropped; 0 where none was. */
  get droppedUpTo(): number {
    return this.#droppedUpTo
  }

  /** Makes room for a record of this length, to be written at the start that it gives. */
  add(sequence: number, length: number): { readonly bytes: Buffer; readonly start: number } {
    const chunk = this.#chunkFor(length)
    const start = chunk.used
    chunk.starts.push(start)
    chunk.sequences.push(sequence)
    chunk.newest = Math.max(chunk.newest, sequence)
    chunk.oldest = Math.min(chunk.oldest, sequence)
    chunk.used += length
    this.#count += 1
    return { bytes: chunk.bytes, start }
  }

  /**
   * Those with a higher sequence, the lowest first: at least `most` of them, where there are so many, and most often
   * hardly more. To be used at once.
   */
  after(after: number, most: number = Number.POSITIVE_INFINITY): readonly Placed[] {
    const chunks = this.#chunks.filter(({ newest }) => newest > after)
    const found: Placed[] = []
    let newest = 0
    for (const [index, chunk] of chunks.entries()) {
      for (const [place, sequence] of chunk.sequences.entries()) {
        if (sequence <= after) continue
        found.push({ sequence, bytes: chunk.bytes, start: chunk.starts[place] as number })
      }
      newest = Math.max(newest, chunk.newest)
      // One that took long may stand behind others that came after it.
      const isNext = () => chunks.slice(index + 1).every(({ oldest }) => oldest > newest)
      if (found.length >= most && isNext()) break
    }
    return found.sort((one, other) => one.sequence - other.sequence)
  }

  /** Drops some of the oldest. Whether there were any beside the newest ones. */
  dropOldest(): boolean {
    if (this.#chunks.length < 2) return false
    const oldest = this.#chunks.shift() as Chunk
    this.#count -= oldest.starts.length
    this.#bytes -= oldest.bytes.length
    this.#droppedUpTo = Math.max(this.#droppedUpTo, oldest.newest)
    if (oldest.bytes.length === CHUNK_BYTES) this.#free = oldest.bytes
    return true
  }

  clear(): void {
    for (const { newest } of this.#chunks) this.#droppedUpTo = Math.max(this.#droppedUpTo, newest)
    this.#chunks = []
    this.#count = 0
    this.#bytes = 0
    this.#free = undefined
  }

  #chunkFor(length: number): Chunk {
    const current = this.#chunks.at(-1)
    if (current && current.bytes.length - current.used >= length) return current
    const usual = current ? Math.min(GROWTH * current.bytes.length, CHUNK_BYTES) : FIRST_CHUNK_BYTES
    const size = Math.max(length, usual)
    const bytes = size === CHUNK_BYTES && this.#free ? this.#free : Buffer.allocUnsafeSlow(size)
    if (bytes === this.#free) this.#free = undefined
    const chunk: Chunk = {
      bytes,
      used: 0,
      starts: [],
      sequences: [],
      oldest: Number.POSITIVE_INFINITY,
      newest: 0,
    }
    this.#chunks.push(chunk)
    this.#bytes += bytes.length
    return chunk
  }
}
