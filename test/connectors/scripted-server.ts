import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Connection } from '../../contracts/connection.ts'

/** A server that behaves as no sound data source does. */
export interface ScriptedServer {
  readonly connection: Connection
  /** Requests so far, as `METHOD path`. */
  readonly requests: readonly string[]
  /** Connections that a client still holds open. */
  openConnections(): Promise<number>
  close(): Promise<void>
}

/** An HTTP server of which a test writes every answer, byte for byte if it wants to. */
export async function scriptedServer(answer: RequestListener): Promise<ScriptedServer> {
  const requests: string[] = []
  const server = createHttpServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  return { ...(await listening(server, 'http')), requests }
}

/** Takes connections and never says a word, so that a TLS handshake does not end. */
export async function silentServer(): Promise<ScriptedServer> {
  // A socket that nobody reads from would not notice that its client is gone.
  const server = createServer((socket) => socket.resume())
  return { ...(await listening(server, 'https')), requests: [] }
}

async function listening(server: Server, scheme: 'http' | 'https') {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const connection: Connection = { host: '127.0.0.1', port: portOf(server.address()), scheme }
  return {
    connection,
    openConnections: async () => sockets.size,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
