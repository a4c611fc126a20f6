import type { IncomingMessage, ServerResponse } from 'node:http'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** What a hostile proxy host answers, whatever it is asked. */
export const PROXIES: Readonly<Record<string, Answer>> = {
  hangs: () => {},
  'drips for ever': (_, response) => {
    const drip = setInterval(() => response.write(' '), 20)
    response.once('close', () => clearInterval(drip))
  },
  'redirects to itself': ({ url }, response) => {
    response.writeHead(307, { location: url }).end()
  },
  'answers garbage': (_, response) => {
    response.socket?.end('\0\x01 not HTTP\r\n\r\n')
  },
  'closes the connection': ({ socket }) => {
    socket.destroy()
  },
  'answers less than it says': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"success":')
    setImmediate(() => response.destroy())
  },
  'answers without end': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write('[['.repeat(1 << 15)));
    }
    response.on('drain', more)
    more()
  },
  'answers with what is no answer': (_, response) => {
    response.end('<html>true</html>')
  },
}
