import type { Request } from 'express'
import { ControlError } from './control-error.ts'

/** A body of another media type is not parsed; without this it would pass for an empty one. */
export function bodyOf(request: Request): unknown {
  if (request.body !== undefined) return request.body
  throw new ControlError('the request needs a body, as application/json')
}
