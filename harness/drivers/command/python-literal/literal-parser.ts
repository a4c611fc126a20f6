import { EmbeddedActionsParser, type ParserMethod } from 'chevrotain'
import { buildDict } from './build-dict.ts'
import { decodeNumber } from './decode-number.ts'
import { joinStrings } from './join-strings.ts'
import { numberNamed, valueNamed } from './names.ts'
import type { PythonBytes } from './python-bytes.ts'
import * as t from './tokens.ts'

type Rule<T> = ParserMethod<[], T>
type Entry = readonly [unknown, unknown]

/**
 * The grammar of what Python's `ast.literal_eval` reads, less comments and complex numbers, and with
 * JSON's words and `nan` and `inf`. Gives the value itself; decoding throws PythonLiteralError.
 */
export class LiteralParser extends EmbeddedActionsParser {
  constructor() {
    super(t.TOKENS)
    this.performSelfAnalysis()
  }

  readonly literal: Rule<unknown> = this.RULE('literal', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.strings) },
      { ALT: () => this.SUBRULE(this.digits) },
      { ALT: () => this.SUBRULE(this.signed) },
      { ALT: () => this.SUBRULE(this.named) },
      { ALT: () => this.SUBRULE(this.emptySet) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.tuple) },
      { ALT: () => this.SUBRULE(this.braces) },
    ]),
  )

  /** Literals that stand beside each other are one. */
  readonly strings: Rule<string | PythonBytes> = this.RULE('strings', () => {
    const images: string[] = []
    this.AT_LEAST_ONE(() => {
      images.push(this.CONSUME(t.Text).image)
    })
    return this.ACTION(() => joinStrings(images))
  })

  readonly digits: Rule<number> = this.RULE('digits', () => {
    const { image } = this.CONSUME(t.Digits)
    return this.ACTION(() => decodeNumber(image))
  })

  readonly signed: Rule<number> = this.RULE('signed', () => {
    const sign = this.CONSUME(t.Sign).image
    const size = this.OR([
      { ALT: () => this.SUBRULE(this.digits) },
      {
        ALT: () => {
          const { image } = this.CONSUME(t.Name)
          return this.ACTION(() => numberNamed(image))
        },
      },
    ])
    return sign === '-' ? -size : size
  })

  readonly named: Rule<unknown> = this.RULE('named', () => {
    const { image } = this.CONSUME(t.Name)
    return this.ACTION(() => valueNamed(image))
  })

  /** `repr` has no other way to write it. */
  readonly emptySet: Rule<Set<unknown>> = this.RULE('emptySet', () => {
    this.CONSUME(t.EmptySet)
    return new Set()
  })

  readonly list: Rule<unknown[]> = this.RULE('list', () => {
    const items: unknown[] = []
    this.CONSUME(t.OpenList)
    this.OPTION(() => {
      items.push(this.SUBRULE(this.literal))
      this.MANY(() => {
        this.CONSUME(t.Comma)
        items.push(this.SUBRULE1(this.literal))
      })
      this.OPTION1(() => this.CONSUME1(t.Comma))
    })
    this.CONSUME(t.CloseList)
    return items
  })

  /** An array, as Python's own json module has it. One literal in parentheses is that literal. */
  readonly tuple: Rule<unknown> = this.RULE('tuple', () => {
    const items: unknown[] = []
    let endsInComma = false
    this.CONSUME(t.OpenTuple)
    this.OPTION(() => {
      items.push(this.SUBRULE(this.literal))
      this.MANY(() => {
        this.CONSUME(t.Comma)
        items.push(this.SUBRULE1(this.literal))
      })
      this.OPTION1(() => {
        this.CONSUME1(t.Comma)
        endsInComma = true
      })
    })
    this.CONSUME(t.CloseTuple)
    return items.length === 1 && !endsInComma ? items[0] : items
  })

  readonly braces: Rule<unknown> = this.RULE('braces', () => {
    this.CONSUME(t.OpenBrace)
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(t.CloseBrace)
          return {}
        },
      },
      {
        ALT: () => {
          const first = this.SUBRULE(this.literal)
          return this.OR1([
            { ALT: () => this.SUBRULE(this.restOfDict, { ARGS: [first] }) },
            { ALT: () => this.SUBRULE(this.restOfSet, { ARGS: [first] }) },
          ])
        },
      },
    ])
  })

  readonly restOfDict: ParserMethod<[unknown], unknown> = this.RULE('restOfDict', (first) => {
    this.CONSUME(t.Colon)
    const entries: Entry[] = [[first, this.SUBRULE(this.literal)]]
    this.MANY(() => {
      this.CONSUME(t.Comma)
      const key = this.SUBRULE1(this.literal)
      this.CONSUME1(t.Colon)
      entries.push([key, this.SUBRULE2(this.literal)])
    })
    this.OPTION(() => this.CONSUME1(t.Comma))
    this.CONSUME(t.CloseBrace)
    return this.ACTION(() => buildDict(entries))
  })

  readonly restOfSet: ParserMethod<[unknown], Set<unknown>> = this.RULE('restOfSet', (first) => {
    const items = [first]
    this.MANY(() => {
      this.CONSUME(t.Comma)
      items.push(this.SUBRULE(this.literal))
    })
    this.OPTION(() => this.CONSUME1(t.Comma))
    this.CONSUME(t.CloseBrace)
    return new Set(items)
  })
}
