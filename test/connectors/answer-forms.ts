import { Buffer } from 'node:buffer'
import { FORMS } from '../../mock-datasource/http/answer-forms.ts'

/** A form that an answer has. */
export interface AnswerForm {
  readonly name: string
  /** The bytes of an answer with this body, in the pieces in which they are sent. */
  write(body: string): Iterable<string | Uint8Array>
  /** When the data source closes the connection; absent: it leaves that to the client. */
  readonly closes?: 'behind the answer' | 'at the next request' | undefined
}

const OK = 'HTTP/1.1 200 OK\r\n'
/** The references ask for none. */
const CODED = ['gzip', 'deflate', 'br']

/** Every form that NET-6 names. Bodies are meant to be longer than what a client reads ahead. */
export const ANSWER_FORMS: readonly AnswerForm[] = [
  {
    name: 'as most have it',
    write: (body) => [`${OK}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`],
  },
  ...Object.entries(FORMS)
    .filter(([name]) => !CODED.includes(name))
    .map(([name, { write, closes }]) => ({
      name,
      write: (body: string) =>
        write({ status: 200, reason: 'OK', lines: [], body: Buffer.from(body) }),
      closes,
    })),
]

/** Answers that never end, in forms that a client may read by other ways than most. */
export const ENDLESS_FORMS: readonly AnswerForm[] = [
  { name: 'one of 1xx after the other', write: () => endless('HTTP/1.1 103 Hints\r\n\r\n') },
  {
    name: 'a body that ends with the connection',
    write: () => endless(' ', `${OK}Connection: close\r\n\r\n`),
  },
  { name: 'HTTP/1.0', write: () => endless(' ', 'HTTP/1.0 200 OK\r\n\r\n') },
  { name: 'chunks', write: () => endless('1\r\n \r\n', `${OK}Transfer-Encoding: chunked\r\n\r\n`) },
  {
    name: 'trailers',
    write: () => endless('X: 1\r\n', `${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`),
  },
]

function* endless(piece: string, first = '') {
  yield first
  for (;;) yield piece
}
