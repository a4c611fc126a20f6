import { globSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ROOM_FOR_THE_YOUNG } from './harness/drivers/process/node-flags.ts'
import { DearestFirst } from './test/support/dearest-first.ts'

/** Where the command line keeps what it has compiled, by default. */
const { NODE_COMPILE_CACHE = join(tmpdir(), 'node-compile-cache') } = process.env
/** Files that put another module in the place of one of the project's. */
const REPLACING = globSync('test/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('),
)

export default defineConfig({
  test: {
    // Every response of a mock, whatever the test is about, is held against the API's description.
    globalSetup: [
      'test/support/command-line/build-once.ts',
      'test/support/conformance/describe-once.ts',
    ],
    setupFiles: ['test/support/conformance/every-response.ts', 'test/support/same-cases.ts'],
    // Many tests wait for a process that they have started, or for a data source that is silent: with a worker a core, a sixth
    // of the machine has nothing to do.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    execArgv: [ROOM_FOR_THE_YOUNG],
    env: {
      // Pact's native library would tell its makers of every run.
      ...{ PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false' },
      // Tests start the command line some hundred times, and half of a start is compiling.
      NODE_COMPILE_CACHE,
      // The key by which kept failures are known is not to be that of whoever runs the tests.
      XDG_STATE_HOME: join(tmpdir(), 'connector-contract-tests'),
    },
    sequence: { sequencer: DearestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Else what a connector prints would be taken away from the driver that listens for it.
    disableConsoleIntercept: true,
    projects: [
      {
        extends: true,
        // Loading the project anew for each file takes longer than most files do. It keeps no state in modules, and
        // what a test changes in its process it puts back.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: REPLACING,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: REPLACING, isolate: true } },
    ],
  },
})
