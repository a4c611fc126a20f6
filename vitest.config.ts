import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Every response of a mock, whatever the test is about, is held against the API's description.
    globalSetup: ['test/support/conformance/describe-once.ts'],
    setupFiles: ['test/support/conformance/every-response.ts'],
    // By default a core is left to vitest itself, which hardly needs it: one of two, in CI.
    maxWorkers: '100%',
    // Pact's native library would tell its makers of every run.
    env: { PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Else what a connector prints would be taken away from the driver that listens for it.
    disableConsoleIntercept: true,
  },
})
