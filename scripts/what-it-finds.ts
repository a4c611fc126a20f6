import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Writes `docs/what-it-finds.md` anew: the test that compares the page with what the connectors' reports
 * are now does so, when it is told to.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
execFileSync(
  process.execPath,
  [`${root}node_modules/vitest/vitest.mjs`, 'run', 'test/docs/what-it-finds.test.ts', '--update'],
  { cwd: root, stdio: 'inherit' },
)
