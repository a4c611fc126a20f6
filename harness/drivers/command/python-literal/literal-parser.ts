import { buildDict } from './build-dict.ts'
import { decodeNumber } from './decode-number.ts'
import { joinStrings } from './join-strings.ts'
import { numberNamed, valueNamed } from './names.ts'
import type { PythonBytes } from './python-bytes.ts'
import { PythonLiteralError } from './python-literal-error.ts'
import { type TokenKind, TokenScanner } from './token-scanner.ts'

/**
 * The grammar of what Python's `ast.literal_eval` reads, less comments and complex numbers, and with
 * JSON's words and `nan` and `inf`. Gives the value itself; whatever is none throws PythonLiteralError.
 *
 * It goes down once a bracket, so that whoever calls it has made sure how deep they nest.
 */
export class LiteralParser {
  readonly #at: TokenScanner

  constructor(text: string) {
    this.#at = new TokenScanner(text)
  }

  /** The one literal that the text is. */
  whole(): unknown {
    const value = this.#literal()
    if (this.#at.kind !== 'end') this.#refuse()
    return value
  }

  #literal(): unknown {
    switch (this.#at.kind) {
      case 'text':
        return this.#strings()
      case 'digits':
        return decodeNumber(this.#taken())
      case '-':
      case '+':
        return this.#signed()
      case 'name':
        return valueNamed(this.#taken())
      case 'empty set':
        this.#at.next()
        return new Set()
      case '[':
        return this.#items(']').items
      case '(':
        return this.#tuple()
      case '{':
        return this.#braces()
      default:
        return this.#refuse()
    }
  }

  /** Literals that stand beside each other are one. */
  #strings(): string | PythonBytes {
    const images: string[] = []
    while (this.#at.kind === 'text') images.push(this.#taken())
    return joinStrings(images)
  }

  #signed(): number {
    const sign = this.#taken()
    const { kind } = this.#at
    if (kind !== 'digits' && kind !== 'name') return this.#refuse()
    const size = kind === 'digits' ? decodeNumber(this.#taken()) : numberNamed(this.#taken())
    return sign === '-' ? -size : size
  }

  /** An array, as Python's own json module has it. One literal in parentheses is that literal. */
  #tuple(): unknown {
    const { items, endsInComma } = this.#items(')')
    return items.length === 1 && !endsInComma ? items[0] : items
  }

  /** What stands between the bracket here and the one that closes it. */
  #items(closing: ']' | ')'): { readonly items: unknown[]; readonly endsInComma: boolean } {
    const items: unknown[] = []
    let endsInComma = false
    this.#at.next()
    while (!this.#isTaken(closing)) {
      if (items.length > 0 && !endsInComma) this.#refuse()
      items.push(this.#literal())
      endsInComma = this.#isTaken(',')
    }
    return { items, endsInComma }
  }

  #braces(): unknown {
    this.#at.next()
    if (this.#isTaken('}')) return {}
    const first = this.#literal()
    return this.#isTaken(':') ? this.#restOfDict(first) : this.#restOfSet(first)
  }

  #restOfDict(first: unknown): unknown {
    const entries: (readonly [unknown, unknown])[] = [[first, this.#literal()]]
    while (this.#goesOn()) {
      const key = this.#literal()
      if (!this.#isTaken(':')) this.#refuse()
      entries.push([key, this.#literal()])
    }
    return buildDict(entries)
  }

  #restOfSet(first: unknown): Set<unknown> {
    const items = [first]
    while (this.#goesOn()) items.push(this.#literal())
    return new Set(items)
  }

  /** Whether another entry follows; else the closing brace is behind. */
  #goesOn(): boolean {
    const isComma = this.#isTaken(',')
    if (this.#isTaken('}')) return false
    if (!isComma) this.#refuse()
    return true
  }

  #isTaken(kind: TokenKind): boolean {
    if (this.#at.kind !== kind) return false
    this.#at.next()
    return true
  }

  #taken(): string {
    const { image } = this.#at
    this.#at.next()
    return image
  }

  #refuse(): never {
    if (this.#at.kind === 'end') throw new PythonLiteralError('it is cut off')
    throw errorAt(this.#at.text, this.#at.start)
  }
}

/** What says from where on a text is no literal. */
export function errorAt(text: string, offset: number): PythonLiteralError {
  return new PythonLiteralError(
    `it is no literal from ${JSON.stringify(text.slice(offset, offset + 20))} on`,
  )
}
