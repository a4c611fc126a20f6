/** The last `limit` bytes of what was written to it, as text: where a traceback's cause stands. */
export class OutputTail {
  readonly #limit: number
  #chunks: Buffer[] = []
  #kept = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#kept += chunk.length
    // Cut only at twice the limit: cutting at every chunk would copy the whole tail each time.
    if (this.#kept > 2 * this.#limit) this.#cut()
  }

  /** Without its BOM. Where it was cut in the middle of a character, that character is lost. */
  text(): string {
    this.#cut()
    return new TextDecoder().decode(Buffer.concat(this.#chunks))
  }

  #cut(): void {
    if (this.#kept <= this.#limit) return
    const tail = Buffer.concat(this.#chunks).subarray(-this.#limit)
    const whole = tail.subarray(tail.findIndex((byte) => (byte & 0xc0) !== 0x80))
    this.#chunks = [Buffer.from(whole)]
    this.#kept = whole.length
  }
}
