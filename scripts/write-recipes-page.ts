import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Writes `docs/recipes.md` anew: the test that brings every recipe about, and compares the page with what came of it, does
 * so when it is told to.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
execFileSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    ...['run', 'test/harness/run/scenario/recipes.test.ts', '--update'],
  ],
  { cwd: root, stdio: 'inherit' },
)
