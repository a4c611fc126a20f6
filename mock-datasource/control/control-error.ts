import type * as z from 'zod'
import { issueText } from '../issue-text.ts'

/** What was asked of the control plane cannot be done. Nothing has changed. The message says what is wrong. */
export class ControlError extends Error {
  /** There is no such thing, rather than a wrong request. */
  readonly notFound: boolean

  constructor(message: string, options: { notFound?: boolean } = {}) {
    super(message)
    this.name = 'ControlError'
    this.notFound = options.notFound ?? false
  }
}

/** What `schema` makes of `value`. Throws a ControlError that names the first field that is wrong. */
export function parsed<Output>(schema: z.ZodType<Output>, value: unknown, what: string): Output {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ControlError(`${what}: ${issueText(result.error.issues[0])}`)
}
