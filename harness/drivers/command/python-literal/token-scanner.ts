import { scanString } from './scan-string.ts'

/** Brackets, commas, colons and signs are their own kind. */
export type TokenKind =
  | ('[' | ']' | '(' | ')' | '{' | '}' | ',' | ':' | '-' | '+')
  | ('text' | 'digits' | 'name' | 'empty set')
  /** Behind the last token, or at what is none. */
  | ('end' | 'unknown')

/** By the code of a character: whether a name holds it, and whether it is a blank. */
const IN_NAME = classOf(/[\w.]/)
const IS_BLANK = classOf(/[ \t\f\r\n]/)
const IS_DIGIT = classOf(/\d/)
const BEGINS_TEXT = classOf(/["'rRbBuU]/)
const BEGINS_NAME = classOf(/[A-Za-z_]/)
const IS_MARK = classOf(/[[\](){},:+-]/)

/**
 * The tokens of a Python literal, one after the other: where each stands and what it is. Source: the Python
 * language reference, "Lexical analysis".
 *
 * By hand, since a text of a connector may hold millions: none is kept, and no expression can run out of stack.
 */
export class TokenScanner {
  readonly text: string
  kind: TokenKind = 'end'
  start = 0
  end = 0

  /** Begins at the first token. */
  constructor(text: string) {
    this.text = text
    this.next()
  }

  /** The token itself. */
  get image(): string {
    return this.text.slice(this.start, this.end)
  }

  /** Goes to the next token. */
  next(): void {
    const { text } = this
    const start = behindBlanks(text, this.end)
    this.start = start
    if (start >= text.length) this.#take('end', start)
    else if (isIn(IS_MARK, text, start)) this.#take(text.charAt(start) as TokenKind, start + 1)
    else if (beginsDigits(text, start)) this.#take('digits', behindDigits(text, start))
    else this.#takeWord(start)
  }

  #takeWord(start: number): void {
    const { text } = this
    const behindText = isIn(BEGINS_TEXT, text, start) ? scanString(text, start) : undefined
    const behindSet = behindEmptySet(text, start)
    if (behindText !== undefined) this.#take('text', behindText)
    else if (behindSet !== undefined) this.#take('empty set', behindSet)
    else if (isIn(BEGINS_NAME, text, start)) this.#take('name', behind(IN_NAME, text, start))
    else this.#take('unknown', start)
  }

  #take(kind: TokenKind, end: number): void {
    this.kind = kind
    this.end = end
  }
}

/** Blanks, and a backslash that joins two lines. */
function behindBlanks(text: string, from: number): number {
  for (let at = from; ; ) {
    if (isIn(IS_BLANK, text, at)) at += 1
    else if (text.charCodeAt(at) !== BACKSLASH) return at
    else if (text.startsWith('\\\n', at)) at += 2
    else if (text.startsWith('\\\r\n', at)) at += 3
    else return at
  }
}

const BACKSLASH = 0x5c

function beginsDigits(text: string, at: number): boolean {
  return isIn(IS_DIGIT, text, text.charAt(at) === '.' ? at + 1 : at)
}

/** A number with whatever letters and dots stick to it; decodeNumber judges it as a whole. */
function behindDigits(text: string, start: number): number {
  for (let at = start; ; at++) {
    at = behind(IN_NAME, text, at)
    const isSign = text.charAt(at) === '-' || text.charAt(at) === '+'
    const isExponent = isSign && 'eE'.includes(text.charAt(at - 1))
    if (!isExponent || !isIn(IS_DIGIT, text, at + 1)) return at
  }
}

/** `repr` has no other way to write it. */
function behindEmptySet(text: string, start: number): number | undefined {
  if (!text.startsWith('set(', start)) return undefined
  let at = start + 'set('.length
  while (/\s/.test(text.charAt(at))) at++
  return text.charAt(at) === ')' ? at + 1 : undefined
}

function behind(characters: Uint8Array, text: string, from: number): number {
  let at = from
  while (isIn(characters, text, at)) at++
  return at
}

function isIn(characters: Uint8Array, text: string, at: number): boolean {
  return characters[text.charCodeAt(at)] === 1
}

function classOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  )
}
