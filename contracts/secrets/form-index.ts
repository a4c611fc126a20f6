import { type SecretForm, SHORTEST_MASKED, SHORTEST_PART } from './secret-form.ts'

/** A stretch of a text that is a form of a secret, or a part of one. */
export interface Hit {
  readonly start: number
  readonly end: number
  /** The forms that are there whole, beginning at its start; empty where it is a part. */
  readonly whole: readonly SecretForm[]
  /** What the secret is called that is there, or of which that is a part. */
  readonly name: string
}

/** How much of a form must be there to tell where to look closer. */
const GRAM = SHORTEST_MASKED
const CUT = '…'
const [HEAD, TAIL] = [1, 2]
const [FEWEST_BITS, MOST_BITS] = [12, 22]
/** So many places for each form, that few of them are taken. */
const SPARSE = 256

/**
 * Forms of secrets, sorted so that those which a text holds at some place are found by bisection: it takes time in
 * proportion to the text, and hardly more for many forms than for few.
 */
export class FormIndex {
  readonly size: number
  readonly forms: readonly SecretForm[]
  readonly #inParts: boolean
  /** By their beginnings; of each, the place of the longest other one that it begins with. */
  readonly #heads: readonly SecretForm[]
  readonly #within: readonly number[]
  /** By their ends. */
  readonly #tails: readonly SecretForm[]
  readonly #tailOrder: readonly string[]
  readonly #signs: Uint8Array
  readonly #shift: number

  /** @param inParts whether parts count anywhere, or beside a cut alone. */
  constructor(forms: readonly SecretForm[], inParts: boolean) {
    this.forms = forms
    this.size = forms.length
    this.#inParts = inParts
    this.#heads = forms.toSorted((one, other) => order(one.text, other.text))
    this.#within = withinOf(this.#heads)
    const reversed = forms.map((form) => ({ form, text: reverse(form.text) }))
    const tails = reversed.toSorted((one, other) => order(one.text, other.text))
    this.#tails = tails.map(({ form }) => form)
    this.#tailOrder = tails.map(({ text }) => text)
    const bits = Math.min(
      MOST_BITS,
      Math.max(FEWEST_BITS, Math.ceil(Math.log2(this.size * SPARSE + 1))),
    )
    this.#shift = 32 - bits
    this.#signs = new Uint8Array(2 ** bits)
    for (const { text } of forms) {
      this.#sign(text, 0, HEAD)
      this.#sign(text, text.length - GRAM, TAIL)
    }
  }

  /** @param startsCut whether the text begins behind a cut that no `…` shows. */
  in(text: string, startsCut = false): readonly Hit[] {
    const hits: Hit[] = []
    const signs = this.#signs
    const shift = this.#shift
    let a = text.charCodeAt(0)
    let b = text.charCodeAt(1)
    let c = text.charCodeAt(2)
    for (let at = 0; at + GRAM <= text.length; at++) {
      const d = text.charCodeAt(at + GRAM - 1)
      const sign = signs[hash(a, b, c, d) >>> shift] ?? 0
      if (sign !== 0) this.#lookCloser(text, at, sign, startsCut, hits)
      a = b
      b = c
      c = d
    }
    return hits
  }

  #lookCloser(text: string, at: number, sign: number, startsCut: boolean, hits: Hit[]): void {
    if ((sign & HEAD) !== 0) {
      const { length, whole, name } = this.#longestHead(text, at)
      const full = Math.max(0, ...whole.map((form) => form.text.length))
      const counts = this.#counts(length, isCutAt(text, at + length))
      const end = at + (counts ? length : full)
      if (end > at) hits.push({ start: at, end, whole, name: whole[0]?.name ?? name })
    }
    if ((sign & TAIL) !== 0) {
      const end = at + GRAM
      const { length, name } = this.#longestTail(text, end)
      const start = end - length
      if (this.#counts(length, (start === 0 && startsCut) || isCutBefore(text, start))) {
        hits.push({ start, end, whole: [], name })
      }
    }
  }

  #counts(length: number, besideCut: boolean): boolean {
    if (besideCut) return length >= GRAM
    return this.#inParts && length >= SHORTEST_PART
  }

  #longestHead(text: string, at: number) {
    const above = firstAbove(this.#heads.length, (place) => {
      const form = this.#heads[place] as SecretForm
      return compareAhead(form.text, text, at)
    })
    const [below, next] = [this.#heads[above - 1], this.#heads[above]]
    const shared = below === undefined ? 0 : sharedAhead(below.text, text, at)
    const behind = next === undefined ? 0 : sharedAhead(next.text, text, at)
    const length = Math.max(shared, behind)
    const name = (behind > shared ? next : below)?.name ?? ''
    const whole: SecretForm[] = []
    for (let place = above - 1; place >= 0; place = this.#within[place] ?? -1) {
      const form = this.#heads[place] as SecretForm
      if (form.text.length <= shared) whole.push(form)
    }
    return { length, whole, name }
  }

  #longestTail(text: string, end: number) {
    const above = firstAbove(this.#tails.length, (place) =>
      compareBack(this.#tailOrder[place] as string, text, end),
    )
    const shared = (place: number) => {
      const backwards = this.#tailOrder[place]
      return backwards === undefined ? 0 : sharedBack(backwards, text, end)
    }
    const place = shared(above) > shared(above - 1) ? above : above - 1
    return { length: Math.max(0, shared(place)), name: this.#tails[place]?.name ?? '' }
  }

  #sign(text: string, at: number, kind: number): void {
    const [a, b, c, d] = [0, 1, 2, 3].map((each) => text.charCodeAt(at + each))
    const place = hash(a ?? 0, b ?? 0, c ?? 0, d ?? 0) >>> this.#shift
    this.#signs[place] = (this.#signs[place] ?? 0) | kind
  }
}

function hash(a: number, b: number, c: number, d: number): number {
  const first = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b)
  return Math.imul(first ^ Math.imul(c, 0xc2b2_ae35) ^ Math.imul(d, 0x27d4_eb2f), 0x9e37_79b1)
}

/** A blank may stand between a text and the sign of its cut. */
function isCutAt(text: string, end: number): boolean {
  return text[end] === CUT || (text[end] === ' ' && text[end + 1] === CUT)
}

function isCutBefore(text: string, start: number): boolean {
  return text[start - 1] === CUT || (text[start - 1] === ' ' && text[start - 2] === CUT)
}

function order(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Code units, since texts are compared by them. */
function reverse(text: string): string {
  let reversed = ''
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at]
  return reversed
}

function withinOf(sorted: readonly SecretForm[]): readonly number[] {
  const open: number[] = []
  return sorted.map(({ text }, place) => {
    while (open.length > 0 && !text.startsWith(sorted[open.at(-1) ?? 0]?.text ?? '')) open.pop()
    const within = open.at(-1) ?? -1
    open.push(place)
    return within
  })
}

/** The first place of which this is positive; the number of places where there is none. */
function firstAbove(length: number, compare: (place: number) => number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(middle) > 0) high = middle
    else low = middle + 1
  }
  return low
}

function compareAhead(form: string, text: string, at: number): number {
  const shared = sharedAhead(form, text, at)
  if (shared === form.length) return 0
  return at + shared === text.length ? 1 : form.charCodeAt(shared) - text.charCodeAt(at + shared)
}

function compareBack(backwards: string, text: string, end: number): number {
  const shared = sharedBack(backwards, text, end)
  if (shared === backwards.length) return 0
  if (end === shared) return 1
  return backwards.charCodeAt(shared) - text.charCodeAt(end - 1 - shared)
}

function sharedAhead(form: string, text: string, at: number): number {
  const most = Math.min(form.length, text.length - at)
  let shared = 0
  while (shared < most && form.charCodeAt(shared) === text.charCodeAt(at + shared)) shared++
  return shared
}

function sharedBack(backwards: string, text: string, end: number): number {
  const most = Math.min(backwards.length, end)
  let shared = 0
  while (shared < most && backwards.charCodeAt(shared) === text.charCodeAt(end - 1 - shared)) {
    shared++
  }
  return shared
}
