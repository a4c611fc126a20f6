import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isGiven, withoutDiverting } from './diverting-variables.ts'

/** What vitest puts into the environment of the process that the checks run in. */
const VITEST_VARIABLES = /^(?:VITEST(?:_.*)?|TEST|DEV|PROD|SSR|MODE|BASE_URL)$/
/** Modules that do nothing, of the names that Python imports by itself. */
const DOING_NOTHING = fileURLToPath(new URL('./python/', import.meta.url))
const BY_ITSELF = ['sitecustomize', 'usercustomize']

/**
 * The environment of a connector under test: the user's own, without the traces of the test engine (a connector that
 * reads NODE_ENV would otherwise behave as in its own tests), without what would divert it and nobody has set on
 * purpose, and with Python reading and writing UTF-8 whatever the locale, unless the user set PYTHONUTF8 otherwise.
 *
 * @param added what a call has beside it.
 */
export function childEnvironment(
  own: NodeJS.ProcessEnv = process.env,
  added: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const isInVitest = own['VITEST'] !== undefined
  const kept = Object.entries(withoutDiverting(own)).filter(([name, value]) => {
    if (!isInVitest) return true
    return !VITEST_VARIABLES.test(name) && !(name === 'NODE_ENV' && value === 'test')
  })
  return {
    PYTHONUTF8: '1',
    // Else Python's requests would send what the user's own file has for the host.
    NETRC: devNull,
    ...Object.fromEntries(kept),
    ...withoutCustomizing(own),
    ...added,
  }
}

/** Folders of PYTHONPATH stay, since a connector may lie in them; what Python runs there by itself does not count. */
function withoutCustomizing(own: NodeJS.ProcessEnv): { readonly PYTHONPATH?: string } {
  const path = own['PYTHONPATH']
  if (path === undefined || isGiven('PYTHONPATH', own)) return {}
  const isCustomized = path
    .split(delimiter)
    .some((folder) => BY_ITSELF.some((name) => existsSync(join(folder, `${name}.py`))))
  return isCustomized ? { PYTHONPATH: `${DOING_NOTHING}${delimiter}${path}` } : {}
}
