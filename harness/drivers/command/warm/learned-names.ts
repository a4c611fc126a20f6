import type { Socket } from 'node:net'

/** Nobody imports more; what writes on and on writes no names of modules. */
const MOST_BYTES = 4 * 1_024 ** 2
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/**
 * The names of modules that a call has ended with, in the order of their imports; none where it told only some.
 *
 * @param over when nobody waits any longer: the stream may stay open with a process that the call has left.
 */
export async function learnedNames(
  stream: Promise<Socket>,
  over: AbortSignal,
): Promise<readonly string[]> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let text = ''
  const end = () => resolve(text)
  if (over.aborted) end()
  over.addEventListener('abort', end, { once: true })
  void stream.then((socket) => {
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (text.endsWith(END) || text.length > MOST_BYTES) socket.destroy()
    })
    socket.once('close', end)
    socket.resume()
    void promise.then(() => socket.destroy())
  })
  const told = await promise
  return told.endsWith(END) ? told.split('\n').filter((name) => NAME.test(name)) : []
}

const END = '\n\n'
