import { ConnectorFailure } from './connector-failure.ts'

/**
 * The argument itself, where it is a string that is not empty.
 *
 * @throws ConnectorFailure `invalid_parameter` that names the argument
 */
export function requireText(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ConnectorFailure('invalid_parameter', `${name} must be a string that is not empty`)
}
