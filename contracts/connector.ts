import type { Configuration, Connection } from './connection.ts'

/**
 * A connector as a JavaScript or TypeScript module offers it. Answers are `unknown` on purpose: what a
 * connector under test gives back is a claim until an envelope schema has parsed it.
 *
 * `offset` and `length` may be decimal strings, since a command line passes them so (PAGE-4).
 */
export interface Connector {
  ping(): Promise<unknown>
  is_async(): Promise<unknown> | unknown
  query(query: string): Promise<unknown>
  status(searchId: string, metadata?: unknown): Promise<unknown>
  results(
    searchId: string,
    offset: number | string,
    length: number | string,
    metadata?: unknown,
  ): Promise<unknown>
  delete(searchId: string): Promise<unknown>
}

/** Makes a connector for one connection. A module's default export, or its export `createConnector`. */
export type ConnectorFactory = (connection: Connection, configuration: Configuration) => Connector
