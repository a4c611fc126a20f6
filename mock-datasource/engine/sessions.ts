/** Which of the keys that log-ins gave out are worth nothing any more. */
export class Sessions {
  readonly #expired = new Set<string>()
  #opened = 0

  /** Counts a log-in, from 1: what tells keys apart that are made alike. */
  next(): number {
    this.#opened += 1
    return this.#opened
  }

  /** A log-in gave this key out, be it anew. */
  opened(key: string): void {
    this.#expired.delete(key)
  }

  expire(keys: readonly string[]): void {
    for (const key of keys) this.#expired.add(key)
  }

  get haveExpired(): boolean {
    return this.#expired.size > 0
  }

  isExpired(key: string): boolean {
    return this.#expired.has(key)
  }

  snapshot(): { readonly opened: number; readonly expired: readonly string[] } {
    return { opened: this.#opened, expired: [...this.#expired] }
  }

  restore({ opened, expired }: { readonly opened: number; readonly expired: readonly string[] }) {
    this.#opened = opened
    this.#expired.clear()
    this.expire(expired)
  }
}
