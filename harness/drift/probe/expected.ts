import type * as z from 'zod'
import { AbcErrorBody } from '../../../contracts/abc-security-monitor/api.ts'

/** What the API promises of an answer. It is not judged by that: both sides are only seen in its light. */
export interface Expected {
  /** The schema of the body. */
  readonly body: z.ZodType
  /** What an error's message contains, in whatever case. */
  readonly says?: string | undefined
}

export function success(body: z.ZodType): Expected {
  return { body }
}

export function failure(says?: string): Expected {
  return { body: AbcErrorBody, says }
}
