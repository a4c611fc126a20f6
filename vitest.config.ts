import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default a core is left to vitest itself, which hardly needs it: one of two, in CI.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Else what a connector prints would be taken away from the driver that listens for it.
    disableConsoleIntercept: true,
  },
})
