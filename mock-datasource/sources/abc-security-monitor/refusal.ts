import type { Code } from '../../../contracts/data-source/errors.ts'
import type { FailureDetails } from '../../data-source-definition.ts'
import { Refusal } from '../../refusal.ts'

/** The error that a query on table `errors` asks for. */
export function scriptedRefusal(code: Code, details?: FailureDetails): Refusal {
  return new Refusal(code, details, true)
}

/** A parameter, a field or the body is not valid: 1005. The message has to name it. */
export function notValid(message: string, http?: number): Refusal {
  return new Refusal('1005', { message, http })
}
