/** What vitest puts into the environment of the process that the checks run in. */
const VITEST_VARIABLES = /^(?:VITEST(?:_.*)?|TEST|DEV|PROD|SSR|MODE|BASE_URL)$/

/**
 * The environment of a command under test: the user's own, without the traces of the test engine (a
 * connector that reads NODE_ENV would otherwise behave as in its own tests), and with Python reading and
 * writing UTF-8 whatever the locale, unless the user set PYTHONUTF8 otherwise.
 *
 * @param added what a call has beside it.
 */
export function childEnvironment(
  own: NodeJS.ProcessEnv = process.env,
  added: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const isInVitest = own['VITEST'] !== undefined
  const kept = Object.entries(own).filter(([name, value]) => {
    if (!isInVitest) return true
    return !VITEST_VARIABLES.test(name) && !(name === 'NODE_ENV' && value === 'test')
  })
  return { PYTHONUTF8: '1', ...Object.fromEntries(kept), ...added }
}
