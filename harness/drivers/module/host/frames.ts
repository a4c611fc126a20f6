/** A message between a process and its host: a header, which is JSON, and a text that may be long. */
export interface Frame {
  readonly header: unknown
  readonly body: string
}

/** In bytes: the lengths of header and body, before both. */
const LENGTHS = 8

/** A frame as it is written. */
export function frameBytes(header: object, body = ''): Buffer {
  const text = JSON.stringify(header)
  const [first, second] = [Buffer.byteLength(text), Buffer.byteLength(body)]
  const bytes = Buffer.allocUnsafe(LENGTHS + first + second)
  bytes.writeUInt32BE(first, 0)
  bytes.writeUInt32BE(second, 4)
  bytes.write(text, LENGTHS)
  bytes.write(body, LENGTHS + first)
  return bytes
}

/** Puts frames together out of what comes in pieces, each piece copied once. */
export class Frames {
  readonly #longest: number
  #chunks: Buffer[] = []
  #held = 0
  /** How much is needed before there is anything to read. */
  #needed = LENGTHS

  /** @param longest in bytes, of a header and of a body. */
  constructor(longest: number) {
    this.#longest = longest
  }

  /**
   * The frames that are complete now.
   * @throws Error where what came is no frame, or a longer one than may be.
   */
  push(chunk: Buffer): readonly Frame[] {
    this.#chunks.push(chunk)
    this.#held += chunk.length
    const frames: Frame[] = []
    while (this.#held >= this.#needed) {
      const bytes = this.#joined()
      const [first, second] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)]
      if (first > this.#longest || second > this.#longest) throw new Error('a frame is too long')
      const length = LENGTHS + first + second
      if (bytes.length < length) {
        this.#needed = length
        break
      }
      frames.push({
        header: JSON.parse(bytes.toString('utf8', LENGTHS, LENGTHS + first)),
        body: bytes.toString('utf8', LENGTHS + first, length),
      })
      this.#keep(bytes.subarray(length))
    }
    return frames
  }

  #joined(): Buffer {
    const [only] = this.#chunks
    const bytes =
      this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks)
    this.#chunks = [bytes]
    return bytes
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest]
    this.#held = rest.length
    this.#needed = LENGTHS
  }
}
