const PRELOAD = new URL('./preload.js', import.meta.url).href

const RESPONSES = 'TEST_RESPONSES'

/**
 * Has the mocks of every process that this one starts, and of those that they start, keep their responses.
 *
 * @param responses the path of a file that is there once one has answered, with a response a line (see
 * `kept-responses.ts`). Those that a fault struck are left out.
 */
export function watchProcesses(responses: string): void {
  const { NODE_OPTIONS = '' } = process.env
  const preload = `--import=${PRELOAD}`
  // Test files share a process, and each comes here: once is enough.
  if (!NODE_OPTIONS.includes(preload)) {
    process.env['NODE_OPTIONS'] = `${NODE_OPTIONS} ${preload}`.trim()
  }
  process.env[RESPONSES] = responses
}

/** The variables that a process needs for it, and to start quickly, where it is not to have all of this one's. */
export function watchingVariables(): Readonly<Record<string, string>> {
  const found = ['NODE_OPTIONS', 'NODE_COMPILE_CACHE', RESPONSES].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(found)
}
