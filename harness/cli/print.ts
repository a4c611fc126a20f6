/**
 * Writes to standard output.
 *
 * @returns why it was not written, in words; undefined where it was.
 */
export function print(text: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  process.stdout.write(text, (error) => resolve(error ? wordsOf(error) : undefined))
  return promise
}

function wordsOf(error: Error): string {
  const isClosed = 'code' in error && CLOSED.includes(String(error.code))
  return isClosed
    ? 'standard output was closed before the report was written'
    : `standard output cannot be written: ${error.message}`
}

const CLOSED = ['EPIPE', 'ERR_STREAM_DESTROYED']
