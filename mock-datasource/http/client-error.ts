import type { Socket } from 'node:net'
import type { Reply } from './reply.ts'
import { headerLines, headersOf } from './send.ts'

type Said = readonly [status: number, phrase: string, why: string]

const OTHER: Said = [400, 'Bad Request', 'Bad Request']
const TOO_LARGE = 'Request Header Fields Too Large'
const SAID: Readonly<Record<string, Said>> = {
  HPE_HEADER_OVERFLOW: [431, TOO_LARGE, TOO_LARGE],
  // Of HTTP's own 408 no API that is mocked says anything.
  ERR_HTTP_REQUEST_TIMEOUT: [400, 'Bad Request', 'it took too long to arrive'],
}

/**
 * Answers bytes that are no HTTP request, and gives what it answered, if the connection allowed it.
 * Node.js would answer them without a body; an API promises an error body and an X-Request-Id with every
 * response.
 */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  requestId: string,
  unreadable: (status: number, reason: string) => Reply,
): Reply | undefined {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return undefined
  }
  const [status, reason, why] = SAID[error.code ?? ''] ?? OTHER
  const answer = unreadable(status, why)
  const reply = { ...answer, headers: { ...answer.headers, connection: 'close' } }
  const headers = headersOf(reply, requestId)
  const head = [`HTTP/1.1 ${status} ${reason}`, ...headerLines(headers, canonical), '', '']
  socket.write(head.join('\r\n'))
  socket.end(Buffer.concat(reply.body))
  return { ...reply, headers }
}

/** `x-request-id` as `X-Request-Id`. */
function canonical(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
