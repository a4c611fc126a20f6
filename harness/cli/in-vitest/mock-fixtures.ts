import type { MockDataSource } from './mock-data-source.ts'
import type { MockFixtureOptions } from './mock-fixture-options.ts'

type Use<Value> = (value: Value) => Promise<void>

/** A mock that is up, and what a test of it is given. */
interface Server {
  clean(): Promise<{ readonly mock: MockDataSource; restore(): void }>
  close(): Promise<void>
}

/** What tests are given. */
export interface MockFixtures {
  readonly mock_data_source: MockDataSource
  /** What serves it. */
  readonly _mock_data_source_server: Server
}

type OfTest = (
  context: Pick<MockFixtures, '_mock_data_source_server'>,
  use: Use<MockDataSource>,
) => Promise<void>
type OfFile = (context: object, use: Use<Server>) => Promise<void>

/**
 * The fixture `mock_data_source` for your own vitest: a mock data source on this machine, clean at the start of each test; one
 * serves a file of tests.
 *
 * ```ts
 * import { test as base } from 'vitest'
 * import { mockDataSource, type MockFixtures } from 'connector-contract/vitest'
 *
 * const test = base.extend<MockFixtures>(mockDataSource({ data_source: 'qradar' }))
 * ```
 */
export function mockDataSource(options: MockFixtureOptions = {}): {
  mock_data_source: OfTest
  _mock_data_source_server: [OfFile, { scope: 'file' }]
} {
  return {
    _mock_data_source_server: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures it needs
      async ({}, use) => {
        // Loaded where it is needed: a mock takes longer to load than all else of this door.
        const { startServer } = await import('./mock-server.ts')
        const server = await startServer(options)
        try {
          await use(server)
        } finally {
          await server.close()
        }
      },
      { scope: 'file' },
    ],
    mock_data_source: async ({ _mock_data_source_server: server }, use) => {
      const { mock, restore } = await server.clean()
      try {
        await use(mock)
      } finally {
        restore()
      }
    },
  }
}
