import type { Socket } from 'node:net'

/** Nobody imports more; what writes on and on writes no names of modules. */
const MOST_BYTES = 4 * 1_024 ** 2
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/** The names of modules that a call has ended with, in the order of their imports; none where it told only some. */
export async function learnedNames(stream: Promise<Socket>): Promise<readonly string[]> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = await stream
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    text += chunk
    if (text.endsWith(END) || text.length > MOST_BYTES) socket.destroy()
  })
  socket.once('close', () => resolve(text))
  socket.resume()
  const told = await promise
  return told.endsWith(END) ? told.split('\n').filter((name) => NAME.test(name)) : []
}

const END = '\n\n'
