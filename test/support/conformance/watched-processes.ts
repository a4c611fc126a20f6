const PRELOAD = new URL('./preload.js', import.meta.url).href

const DESCRIBED = 'TEST_RESPONSES_DESCRIBED'
const PROBLEMS = 'TEST_RESPONSES_PROBLEMS'

export interface Watching {
  /** The path of a file with a `Described`, as JSON. */
  readonly described: string
  /** The path of a file that is there once a response did not conform. */
  readonly problems: string
}

/** Has the mocks of every process that this one starts, and of those that they start, watched. */
export function watchProcesses({ described, problems }: Watching): void {
  const { NODE_OPTIONS = '' } = process.env
  const preload = `--import=${PRELOAD}`
  // Test files share a process, and each comes here: once is enough.
  if (!NODE_OPTIONS.includes(preload)) {
    process.env['NODE_OPTIONS'] = `${NODE_OPTIONS} ${preload}`.trim()
  }
  process.env[DESCRIBED] = described
  process.env[PROBLEMS] = problems
}

/** The variables that a process needs for it, and to start quickly, where it is not to have all of this one's. */
export function watchingVariables(): Readonly<Record<string, string>> {
  const found = ['NODE_OPTIONS', 'NODE_COMPILE_CACHE', DESCRIBED, PROBLEMS].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(found)
}
