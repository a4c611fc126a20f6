import type * as z from 'zod'
import { Configuration, Connection } from '../../contracts/connection.ts'
import { ConnectorFailure } from './connector-failure.ts'

/** What a connector is made with, parsed. */
export interface Settings {
  readonly connection: Connection
  readonly configuration: Configuration
}

/**
 * Parses what a connector is made with. The message names what is wrong and where, and never a value.
 *
 * @throws ConnectorFailure `invalid_parameter`
 */
export function parseSettings(connection: unknown, configuration: unknown): Settings {
  return {
    connection: parse(Connection, connection, 'connection'),
    configuration: parse(Configuration, configuration, 'configuration'),
  }
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown, name: string): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    return `${[name, ...path].join('.')}: ${message}`
  })
  throw new ConnectorFailure('invalid_parameter', problems.join('; '))
}
