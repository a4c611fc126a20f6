import type { FailureDetails } from '../../data-source-definition.ts'

/** Thrown by an operation that answers with an error of the API. */
export class Refusal extends Error {
  readonly code: number
  readonly details: FailureDetails
  /** Whether the query asked for it. */
  readonly scripted: boolean

  /** The message is what the client reads; that of the error table where none is given. */
  constructor(code: number, details: FailureDetails = {}, scripted = false) {
    super(details.message ?? `code ${code}`)
    this.code = code
    this.details = details
    this.scripted = scripted
  }
}

/** The error that a query on table `errors` asks for. */
export function scriptedRefusal(code: number, details?: FailureDetails): Refusal {
  return new Refusal(code, details, true)
}

/** A parameter, a field or the body is not valid: 1005. The message has to name it. */
export function notValid(message: string, http?: number): Refusal {
  return new Refusal(1005, { message, http })
}
