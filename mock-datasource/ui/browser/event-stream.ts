/** One of the events that a server sends. */
interface ServerEvent {
  readonly type: string
  readonly data: string
}

/**
 * The events of a stream. An `EventSource` would do, if it could send a header with the token.
 */
export async function* eventsIn(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as never as ReadableStreamDefaultReader<string>
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const pieces = (rest + value).split('\n\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) yield eventOf(piece)
  }
}

function eventOf(text: string): ServerEvent {
  const field = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
  return { type: field('event') ?? 'message', data: field('data') ?? '' }
}
