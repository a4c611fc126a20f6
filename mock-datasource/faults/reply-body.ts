import type { BodyCodec, Reply } from '../http/reply.ts'

/** A reply's body as a value; `undefined` if it is not what it should be. */
export function bodyOf({ body, codec = JSON_CODEC }: Reply): unknown {
  try {
    return codec.read(Buffer.concat(body).toString())
  } catch {
    return undefined
  }
}

/** The same reply with another body. */
export function withBody(reply: Reply, value: unknown): Reply {
  return { ...reply, body: [(reply.codec ?? JSON_CODEC).write(value)] }
}

const JSON_CODEC: BodyCodec = {
  read: (text) => JSON.parse(text),
  write: (value) => Buffer.from(JSON.stringify(value)),
}
