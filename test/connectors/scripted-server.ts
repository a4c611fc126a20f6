import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Connection } from '../../contracts/connection.ts'

/** An HTTP server of which a test writes every byte, for answers that no sound data source gives. */
export interface ScriptedServer {
  readonly connection: Connection
  /** Requests so far, as `METHOD path`. */
  readonly requests: readonly string[]
  /** Connections that a client still holds open. */
  openConnections(): Promise<number>
  close(): Promise<void>
}

export async function scriptedServer(answer: RequestListener): Promise<ScriptedServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    connection: { host: '127.0.0.1', port: portOf(server.address()), scheme: 'http' },
    requests,
    openConnections: async () => sockets.size,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
