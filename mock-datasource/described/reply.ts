import type { Reply, ReplyHeaders } from '../http/reply.ts'
import type { Parts } from './parts.ts'
import { templatedReply } from './templated-reply.ts'

/** A success of an operation, with what its body's placeholders stand for. */
export function reply(
  { description, answers }: Parts,
  operation: string,
  values: Readonly<Record<string, unknown>>,
  headers: ReplyHeaders = {},
): Reply {
  const { authentication, operations } = description
  const own = Object.entries(operations).find(([name]) => name === operation)?.[1]
  const logIn = authentication.scheme === 'log-in' ? authentication.http : 200
  const status = own?.http ?? logIn
  const answer = answers[operation]
  if (answer === undefined) return { status, headers, body: [] }
  return templatedReply(answer, status, headers, values)
}
