/** The first `limit` bytes of what was written to it, as text. */
export class OutputHead {
  readonly #limit: number
  readonly #chunks: Buffer[] = []
  #kept = 0
  #seen = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  push(chunk: Buffer): void {
    this.#seen += chunk.length
    const room = this.#limit - this.#kept
    if (room <= 0) return
    this.#chunks.push(chunk.subarray(0, room))
    this.#kept += Math.min(room, chunk.length)
  }

  /** Whether more was written than is kept. */
  get isFull(): boolean {
    return this.#seen > this.#limit
  }

  /** Decoded in one go, so that a character which two chunks share stays whole. Without its BOM. */
  text(bytes: number = this.#kept): string {
    return new TextDecoder().decode(Buffer.concat(this.#chunks).subarray(0, bytes))
  }
}
