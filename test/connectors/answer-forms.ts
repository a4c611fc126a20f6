/** A form that HTTP/1.1 allows an answer to have (NET-6). */
export interface AnswerForm {
  readonly name: string
  /** The bytes of an answer with this body, in the pieces in which they are sent. */
  write(body: string): Iterable<string>
  /** When the data source closes the connection; absent: it leaves that to the client. */
  readonly closes?: 'behind the answer' | 'at the next request'
}

const OK = 'HTTP/1.1 200 OK\r\n'
const BEHIND = { closes: 'behind the answer' } as const

const sized = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const plain = (body: string) => `${OK}${sized(body)}`
const pieces = (text: string, size: number) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
const chunk = (data: string, extension = '') =>
  `${Buffer.byteLength(data).toString(16)}${extension}\r\n${data}\r\n`
const chunked = (body: string, end = '0\r\n\r\n') =>
  `Transfer-Encoding: chunked\r\n\r\n${pieces(body, 7_000)
    .map((each) => chunk(each))
    .join('')}${end}`

/** Every form that NET-6 names. Bodies are meant to be longer than what a client reads ahead. */
export const ANSWER_FORMS: readonly AnswerForm[] = [
  { name: 'Content-Length', write: (body) => [plain(body)] },
  { name: 'chunked', write: (body) => [`${OK}${chunked(body)}`] },
  {
    name: 'chunked, with extensions and trailers',
    write: (body) => [
      `${OK}Trailer: X-Sum\r\nTransfer-Encoding: Chunked\r\n\r\n`,
      ...pieces(body, 5_000).map((each) => chunk(each, ';name=value;quoted="a;b"')),
      '0;last\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n',
    ],
  },
  {
    name: 'Connection: close',
    write: (body) => [`${OK}Connection: close\r\n${sized(body)}`],
    ...BEHIND,
  },
  {
    name: 'Connection: close, of a data source that does not close',
    write: (body) => [`${OK}Connection: close\r\n${sized(body)}`],
  },
  {
    name: 'chunked, and Connection: close',
    write: (body) => [`${OK}Connection: Close\r\n${chunked(body)}`],
    ...BEHIND,
  },
  {
    name: 'a body that ends with the connection',
    write: (body) => [`${OK}Connection: close\r\n\r\n${body}`],
    ...BEHIND,
  },
  { name: 'HTTP/1.0', write: (body) => [`HTTP/1.0 200 OK\r\n${sized(body)}`], ...BEHIND },
  {
    name: 'HTTP/1.0, without a length',
    write: (body) => [`HTTP/1.0 200 OK\r\n\r\n${body}`],
    ...BEHIND,
  },
  {
    name: 'HTTP/1.0, kept alive',
    write: (body) => [`HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n${sized(body)}`],
  },
  {
    name: 'the body in pieces of a few bytes',
    write: (body) => {
      const text = plain(body)
      return [...pieces(text.slice(0, 100), 1), ...pieces(text.slice(100), 3_001)]
    },
  },
  {
    name: 'header names in any case',
    write: (body) => [
      `${OK}cOnTeNt-TyPe: application/json\r\ncONTENT-lENGTH:${sized(body).slice(15)}`,
    ],
  },
  { name: 'a status without a reason', write: (body) => [`HTTP/1.1 200 \r\n${sized(body)}`] },
  ...[100, 102, 103, 199].map((status) => ({
    name: `a ${status} before it`,
    write: (body: string) => [`HTTP/1.1 ${status} Wait\r\nLink: </style.css>\r\n\r\n`, plain(body)],
  })),
  {
    name: 'several of 1xx before it',
    write: (body) => [
      `${'HTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 100\r\n\r\n'.repeat(3)}${plain(body)}`,
    ],
  },
  {
    name: 'a 103 before one of HTTP/1.0',
    write: (body) => [`HTTP/1.1 103 Hints\r\n\r\nHTTP/1.0 200 OK\r\n\r\n${body}`],
    ...BEHIND,
  },
  { name: 'kept alive, and closed since', write: (body) => [plain(body)], ...BEHIND },
  {
    name: 'kept alive, and closed when the next request comes',
    write: (body) => [plain(body)],
    closes: 'at the next request',
  },
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
