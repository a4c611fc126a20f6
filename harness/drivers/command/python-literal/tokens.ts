import { createToken, Lexer, type TokenType } from 'chevrotain'
import { scanString } from './scan-string.ts'

/** The tokens of a Python literal. Source: the Python language reference, "Lexical analysis". */
export const Text = createToken({
  name: 'Text',
  pattern: (text: string, offset: number) => {
    const end = scanString(text, offset)
    return end === undefined ? null : [text.slice(offset, end)]
  },
  start_chars_hint: ['"', "'", 'r', 'R', 'b', 'B', 'u', 'U'],
  line_breaks: true,
})

/** A number with whatever letters and dots stick to it; decodeNumber judges it as a whole. */
export const Digits = createToken({
  name: 'Digits',
  pattern: /(?:\d|\.\d)(?:[eE][-+]?(?=\d)|[\w.])*/,
})

export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][\w.]*/ })

export const EmptySet = createToken({ name: 'EmptySet', pattern: /set\(\s*\)/ })

export const Open = createToken({ name: 'Open', pattern: Lexer.NA })
export const Close = createToken({ name: 'Close', pattern: Lexer.NA })
export const OpenList = createToken({ name: 'OpenList', pattern: '[', categories: Open })
export const CloseList = createToken({ name: 'CloseList', pattern: ']', categories: Close })
export const OpenTuple = createToken({ name: 'OpenTuple', pattern: '(', categories: Open })
export const CloseTuple = createToken({ name: 'CloseTuple', pattern: ')', categories: Close })
export const OpenBrace = createToken({ name: 'OpenBrace', pattern: '{', categories: Open })
export const CloseBrace = createToken({ name: 'CloseBrace', pattern: '}', categories: Close })
export const Comma = createToken({ name: 'Comma', pattern: ',' })
export const Colon = createToken({ name: 'Colon', pattern: ':' })
export const Sign = createToken({ name: 'Sign', pattern: /[-+]/ })

/** Blanks, and a backslash that joins two lines. */
const Blank = createToken({
  name: 'Blank',
  pattern: /(?:[ \t\f\r\n]|\\\r?\n)+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})

/** Text and EmptySet before Name, which would take their first letters. */
export const TOKENS: TokenType[] = [
  Blank,
  ...[OpenList, CloseList, OpenTuple, CloseTuple, OpenBrace, CloseBrace, Comma, Colon, Sign],
  ...[Text, Digits, EmptySet, Name, Open, Close],
]
