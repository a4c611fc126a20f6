import { afterAll, beforeAll, vi } from 'vitest'
import { CORRECT } from '../support/command-line/paths.ts'
import { areAccusedOfNothing } from './support/accused-of-nothing.ts'
import { oddCommands } from './support/odd-connectors.ts'

/** What a way of printing can go wrong in; each call is a process, so there is no time for all. */
const WHERE_PRINTING_COUNTS = ['ENV-1', 'MODE-1', 'PAGE-1', 'SEC-4']

// Read by those in Node.
beforeAll(() => {
  vi.stubEnv('CONNECTOR_CONTRACT_TEST_CORRECT', CORRECT)
})
afterAll(() => {
  vi.unstubAllEnvs()
})

areAccusedOfNothing(oddCommands(), { only: WHERE_PRINTING_COUNTS, listed: 2, made: 1 })
