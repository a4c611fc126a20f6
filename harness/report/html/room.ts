import { type Html, html } from './html.ts'

/** How much may be drawn, in bytes. What comes first is drawn whole, then in brief, then not at all. */
export class Room {
  #whole: number
  #brief: number
  #leftOut = 0

  constructor(whole: number, brief: number) {
    this.#whole = whole
    this.#brief = brief
  }

  /** The first that still fits; nothing where neither does. */
  take(whole: () => Html, brief: () => Html): Html {
    if (this.#whole > 0) {
      const drawn = whole()
      this.#whole -= Buffer.byteLength(drawn.markup)
      if (this.#whole > 0) return drawn
    }
    if (this.#brief > 0) {
      const drawn = brief()
      this.#brief -= Buffer.byteLength(drawn.markup)
      if (this.#brief > 0) return drawn
    }
    this.#leftOut += 1
    return html``
  }

  /** How many there was no room for since this was last asked. */
  takeLeftOut(): number {
    const leftOut = this.#leftOut
    this.#leftOut = 0
    return leftOut
  }
}
