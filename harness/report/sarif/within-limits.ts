import { gzipSync } from 'node:zlib'
import { shorten } from '../../kit/printable.ts'

/** What GitHub's code scanning takes; it refuses a file that has more. */
export interface SarifLimits {
  readonly gzippedBytes: number
  readonly runs: number
  /** In one run. */
  readonly results: number
}

export const GITHUB: SarifLimits = { gzippedBytes: 10_000_000, runs: 20, results: 25_000 }

interface Notification {
  readonly level: string
  readonly message: { readonly text: string }
}

interface Invocation {
  readonly executionSuccessful: boolean
  readonly toolExecutionNotifications?: readonly Notification[]
}

interface Result {
  readonly message: { readonly text: string }
  readonly properties?: object
  readonly suppressions?: readonly object[]
}

/** As much of a run as the limits are about. */
interface Run {
  readonly automationDetails?: { readonly id: string }
  readonly invocations: readonly Invocation[]
  readonly results: readonly Result[]
}

const LONGEST_MESSAGE = 1_000
const LONGEST_WHERE_MANY = 300

/**
 * Runs that are taken whole: those too many are put into the last one, results too many are left out, and where the file is
 * too large still, first what messages are long by. What was left out a notification says: the verdict is of all.
 *
 * @param write the file of these runs
 */
export function withinLimits<Each extends Run>(
  runs: readonly Each[],
  write: (runs: readonly Each[]) => string,
  limits: SarifLimits,
): string {
  const few = withFewResults(fewerRuns(runs, limits.runs), limits.results)
  const isSmall = (text: string) => gzipSync(text).length <= limits.gzippedBytes
  for (const longest of [undefined, LONGEST_MESSAGE, LONGEST_WHERE_MANY]) {
    const text = write(longest === undefined ? few : few.map((run) => shortened(run, longest)))
    if (isSmall(text)) return text
  }
  const short = few.map((run) => shortened(run, LONGEST_WHERE_MANY))
  for (let most = limits.results; most > 0; most = Math.floor(most / 2)) {
    const text = write(withFewResults(short, most))
    if (isSmall(text)) return text
  }
  return write(withFewResults(short, 0))
}

/** Code scanning shows results by their files: those of the last runs may stand together. */
function fewerRuns<Each extends Run>(runs: readonly Each[], most: number): readonly Each[] {
  const [last, ...more] = runs.slice(most - 1)
  if (last === undefined || more.length === 0) return runs
  const rest = [last, ...more]
  const results = rest.flatMap((run) => run.results)
  // SARIF asks for the member in all results of a run or in none.
  const isWaived = results.some(({ suppressions }) => suppressions !== undefined)
  const together = {
    ...last,
    ...(last.automationDetails && { automationDetails: { id: 'connector-contract/others/' } }),
    invocations: rest.flatMap(({ invocations }) => invocations),
    results: isWaived ? results.map((each) => ({ suppressions: [], ...each })) : results,
  }
  return [...runs.slice(0, most - 1), together]
}

function withFewResults<Each extends Run>(runs: readonly Each[], most: number): readonly Each[] {
  return runs.map((run) => {
    const left = run.results.length - most
    if (left <= 0) return run
    const text = `${left} results are left out of this file, which may not be larger: the JSON report has all.`
    return {
      ...run,
      invocations: noted(run.invocations, text),
      results: run.results.slice(0, most),
    }
  })
}

function noted([first, ...others]: readonly Invocation[], text: string): readonly Invocation[] {
  const { toolExecutionNotifications = [], ...invocation } = first ?? { executionSuccessful: true }
  const note = { level: 'warning', message: { text } }
  return [
    { ...invocation, toolExecutionNotifications: [...toolExecutionNotifications, note] },
    ...others,
  ]
}

/** Without what only tools read, and with messages of at most so many characters. */
function shortened<Each extends Run>(run: Each, longest: number): Each {
  const results = run.results.map(({ properties, ...result }) => {
    const { text } = result.message
    const message = { text: text.length <= longest ? text : shorten(text, longest) }
    return { ...result, message }
  })
  return { ...run, results }
}
