import type { Reply, ReplyHeaders } from '../http/reply.ts'
import { logInOf } from './authentication/log-in-of.ts'
import type { Parts } from './parts.ts'
import { templatedReply } from './templated-reply.ts'

/** A success of an operation, with what its body's placeholders stand for. */
export function reply(
  { description, answers }: Parts,
  operation: string,
  values: Readonly<Record<string, unknown>>,
  headers: ReplyHeaders = {},
): Reply {
  const own = Object.entries(description.operations).find(([name]) => name === operation)?.[1]
  const status = own?.http ?? logInOf(description.authentication)?.http ?? 200
  const answer = answers[operation]
  if (answer === undefined) return { status, headers, body: [] }
  return templatedReply(answer, status, headers, values)
}
