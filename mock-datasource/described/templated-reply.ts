import type { Reply, ReplyHeaders } from '../http/reply.ts'
import { json } from './bodies/json.ts'
import type { Template } from './template.ts'

/** A reply with such a body, under its media type, which faults can read and change. */
export function templatedReply(
  template: Template,
  status: number,
  headers: ReplyHeaders,
  values: Readonly<Record<string, unknown>>,
): Reply {
  const { format, read, rewrite, write } = template
  return {
    status,
    headers: { 'content-type': format.type, ...headers },
    body: write(values),
    ...(format !== json && { codec: { read, write: rewrite } }),
  }
}
