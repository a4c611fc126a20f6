import { Buffer } from 'node:buffer'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { AnswerFormName } from '../../contracts/data-source/answer-form.ts'

/** What an answer says, whatever its form. */
export interface Said {
  readonly status: number
  readonly reason: string
  /** The lines of its header but for those that belong to a form: about length, coding and connection. */
  readonly lines: readonly string[]
  /** Absent where there can be none. */
  readonly body?: Buffer | undefined
  /** The request's Accept-Encoding. */
  readonly accepts?: string | undefined
}

/** A form that HTTP/1.1 allows an answer to have (NET-6). */
export interface AnswerForm {
  /** The bytes of an answer, in the pieces in which they are sent. */
  write(said: Said): Iterable<Buffer>
  /** When the data source closes the connection; absent: it leaves that to the client. */
  readonly closes?: 'behind the answer' | 'at the next request'
}

const BEHIND = { closes: 'behind the answer' } as const
const CLOSE = 'Connection: close'
const CHUNKED = 'Transfer-Encoding: chunked'

interface Head {
  readonly version?: '1.0' | '1.1'
  readonly more?: readonly string[]
  readonly reason?: string
}

/** As Node.js itself encodes headers. */
const bytes = (text: string) => Buffer.from(text, 'latin1')

function head(said: Said, { version = '1.1', more = [], reason = said.reason }: Head = {}): Buffer {
  const first = `HTTP/${version} ${said.status} ${reason}`
  return bytes([first, ...said.lines, ...more, '', ''].join('\r\n'))
}

function* piecesOf(body: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < body.length; start += size) yield body.subarray(start, start + size)
}

/** With its length said before it. */
function sized(said: Said, { more = [], ...form }: Head = {}): Buffer {
  if (said.body === undefined) return head(said, { ...form, more })
  const length = `Content-Length: ${said.body.length}`
  return Buffer.concat([head(said, { ...form, more: [...more, length] }), said.body])
}

/** Up to where the connection ends. */
const unsized = (said: Said, form: Head = {}) =>
  Buffer.concat([head(said, form), said.body ?? Buffer.alloc(0)])

const chunk = (data: Buffer, extension = '') =>
  Buffer.concat([bytes(`${data.length.toString(16)}${extension}\r\n`), data, bytes('\r\n')])

function* chunked(said: Said, more: readonly string[] = []): Generator<Buffer> {
  if (said.body === undefined) return yield head(said, { more })
  yield head(said, { more: [...more, CHUNKED] })
  for (const piece of piecesOf(said.body, 7_000)) yield chunk(piece)
  yield bytes('0\r\n\r\n')
}

function* withExtensions(said: Said): Generator<Buffer> {
  if (said.body === undefined) return yield head(said)
  yield head(said, { more: ['Trailer: X-Sum', 'Transfer-Encoding: Chunked'] })
  for (const piece of piecesOf(said.body, 5_000)) yield chunk(piece, ';name=value;quoted="a;b"')
  yield bytes('0;last\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n')
}

function* inPieces(said: Said): Generator<Buffer> {
  const all = sized(said)
  yield* piecesOf(all.subarray(0, 100), 1)
  yield* piecesOf(all.subarray(100), 3_001)
}

/** The case of header names says nothing: neither that of the API's own nor that of HTTP's. */
const oddCase = (said: Said) => {
  const lines = said.lines.map((line) => line.replace(/^[^:]+/, alternating))
  const { body } = said
  const more = body === undefined ? [] : [`cONTENT-lENGTH:${body.length}`]
  return Buffer.concat([head({ ...said, lines }, { more }), body ?? Buffer.alloc(0)])
}

const alternating = (name: string) =>
  [...name].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join('')

/** Compressed where the client asked for that, and as it is where not. */
function coded(coding: string, encode: (body: Buffer) => Buffer): AnswerForm {
  return {
    write: (said) => {
      const { body, accepts = '' } = said
      if (body === undefined || !asksFor(accepts, coding)) return [sized(said)]
      const more = [`Content-Encoding: ${coding}`, 'Vary: Accept-Encoding']
      return [sized({ ...said, body: encode(body) }, { more })]
    },
  }
}

/** Whether an Accept-Encoding names this coding, and not to refuse it. */
function asksFor(accepts: string, coding: string): boolean {
  return accepts.split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return name === coding && !parameters.some((part) => /^q=0(\.0*)?$/.test(part))
  })
}

const informed = (status: number, reason = 'Wait') =>
  bytes(`HTTP/1.1 ${status} ${reason}\r\nLink: </style.css>\r\n\r\n`)
const after = (status: number): AnswerForm => ({
  write: (said) => [informed(status), sized(said)],
})

/** How each form is written. */
export const FORMS: Readonly<Record<AnswerFormName, AnswerForm>> = {
  chunked: { write: (said) => [Buffer.concat([...chunked(said)])] },
  'chunk-extensions': { write: withExtensions },
  'chunked-close': { write: (said) => chunked(said, ['Connection: Close']), ...BEHIND },
  close: { write: (said) => [sized(said, { more: [CLOSE] })], ...BEHIND },
  'close-left-to-client': { write: (said) => [sized(said, { more: [CLOSE] })] },
  'until-close': { write: (said) => [unsized(said, { more: [CLOSE] })], ...BEHIND },
  'http-1.0': { write: (said) => [sized(said, { version: '1.0' })], ...BEHIND },
  'http-1.0-until-close': { write: (said) => [unsized(said, { version: '1.0' })], ...BEHIND },
  'http-1.0-kept-alive': {
    write: (said) => [sized(said, { version: '1.0', more: ['Connection: keep-alive'] })],
  },
  'in-pieces': { write: inPieces },
  'odd-case': { write: (said) => [oddCase(said)] },
  'no-reason': { write: (said) => [sized(said, { reason: '' })] },
  'after-100': after(100),
  'after-102': after(102),
  'after-103': after(103),
  'after-199': after(199),
  'after-several': {
    write: (said) => [
      Buffer.concat([
        ...Array(3)
          .fill([informed(103), informed(102, '')])
          .flat(),
        sized(said),
      ]),
    ],
  },
  'http-1.0-after-103': {
    write: (said) => [informed(103), unsized(said, { version: '1.0' })],
    ...BEHIND,
  },
  gzip: coded('gzip', gzipSync),
  deflate: coded('deflate', deflateSync),
  br: coded('br', brotliCompressSync),
  'closed-since': { write: (said) => [sized(said)], ...BEHIND },
  'closed-at-next': { write: (said) => [sized(said)], closes: 'at the next request' },
}
