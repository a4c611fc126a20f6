import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Laid out as the published package; made once for a test run. */
export const BUNDLE = join(ROOT, '.bundle')

/** What tests start as the command line. */
export const MAIN = join(BUNDLE, 'dist/harness/cli/main.js')
/** The same as its user starts it: by the name of the package. */
export const BIN = join(BUNDLE, 'bin/connector-contract.js')
/** The correct connector, as that loads it: of few files, like the rest. */
export const CORRECT = join(BUNDLE, 'dist/connectors/abc-security-monitor/index.js')
/** What an author's vitest is given. */
export const IN_VITEST = join(BUNDLE, 'dist/harness/cli/in-vitest/describe-connector-contract.js')
/** For tests that put something in the place of one of its modules. */
export const SOURCE_MAIN = join(ROOT, 'harness/cli/main.ts')
