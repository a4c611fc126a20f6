/** Puts the chunks of a stream together to lines. */
export class Lines {
  readonly #longest: number
  #parts: Buffer[] = []
  #length = 0

  /** @param longest in bytes; what a longer line holds is not kept: see `isTooLong`. */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** The lines that end in this chunk, without their ends. */
  push(chunk: Buffer): string[] {
    const lines: string[] = []
    let from = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.#keep(chunk.subarray(from, end))
      lines.push(Buffer.concat(this.#parts).toString('utf8'))
      this.#parts = []
      this.#length = 0
      from = end + 1
    }
    this.#keep(chunk.subarray(from))
    return lines
  }

  get isTooLong(): boolean {
    return this.#length > this.#longest
  }

  #keep(part: Buffer): void {
    this.#length += part.length
    if (part.length > 0 && !this.isTooLong) this.#parts.push(part)
  }
}
