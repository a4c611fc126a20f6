import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { AnswerFormName } from '../../contracts/data-source/answer-form.ts'
import { FORMS } from './answer-forms.ts'
import { STATUS_CODES } from './node-http.ts'
import type { Reply, ReplyHeaders } from './reply.ts'
import { headerLines, mayHaveBody } from './send.ts'

/** Connections that are closed when another request comes over them. */
const closedAtNext = new WeakSet<Socket>()

/** Whether a request has come over a connection that was to be closed then; it is. */
export function closesAtOnce(socket: Socket): boolean {
  if (!closedAtNext.has(socket)) return false
  socket.destroy()
  return true
}

/**
 * Sends a reply in another form than Node.js would. Writes to the socket itself, each piece once the one before
 * it is out, and leaves the connection open where the form and the client do. Gives how many bytes of the body
 * went out.
 */
export async function sendInForm(
  response: ServerResponse,
  socket: Socket,
  { status, body: pieces }: Reply,
  headers: ReplyHeaders,
  form: AnswerFormName,
): Promise<number> {
  const { 'content-length': _, ...others } = headers
  const body =
    mayHaveBody(status) && response.req.method !== 'HEAD' ? Buffer.concat(pieces) : undefined
  const { write, closes } = FORMS[form]
  const said = {
    status,
    reason: STATUS_CODES[status] ?? 'unknown',
    lines: headerLines({ ...others, date: new Date().toUTCString() }),
    body,
    accepts: response.req.headers['accept-encoding'],
  }
  socket.setNoDelay()
  const all = [...write(said)]
  const last = all.pop() ?? Buffer.alloc(0)
  for (const piece of all) {
    if (!(await written(socket, piece))) return 0
    // A write may be over at once, and would leave no turn to whoever reads in this process.
    await setImmediate()
  }
  if (closes === 'behind the answer') {
    // Together, so that a client which has the answer knows, as nearly as can be, that the connection is closed.
    socket.end(last)
    return body?.length ?? 0
  }
  if (!(await written(socket, last))) return 0
  finishInSilence(response, socket)
  if (closes === 'at the next request') closedAtNext.add(socket)
  return body?.length ?? 0
}

/** Whether the client is still there to have taken it. */
function written(socket: Socket, piece: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve(false)
    else socket.write(piece, (error) => resolve(!error))
  })
}

/**
 * Has Node.js take the response for finished, and so read the next request of the connection, without a byte of
 * its own: what it would write is thrown away.
 */
function finishInSilence(response: ServerResponse, socket: Socket): void {
  const { write } = socket
  socket.write = (_data: unknown, encodingOrDone?: unknown, done?: unknown) => {
    const told = typeof encodingOrDone === 'function' ? encodingOrDone : done
    if (typeof told === 'function') told()
    return true
  }
  response.writeHead(204).end()
  socket.write = write
}
