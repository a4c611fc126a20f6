import type * as z from 'zod'
import { Connection } from '../../contracts/connection.ts'
import { ConnectorFailure } from './connector-failure.ts'

/** What a connector is made with, parsed. */
export interface Settings<Configuration> {
  readonly connection: Connection
  readonly configuration: Configuration
}

/**
 * Parses what a connector is made with. The message names what is wrong and where, and never a value.
 *
 * @param schema of the configuration, which each data source has of its own
 * @throws ConnectorFailure `invalid_parameter`
 */
export function parseSettings<Configuration>(
  schema: z.ZodType<Configuration>,
  connection: unknown,
  configuration: unknown,
): Settings<Configuration> {
  return {
    connection: parse(Connection, connection, 'connection'),
    configuration: parse(schema, configuration, 'configuration'),
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
