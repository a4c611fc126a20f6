import type { Driver } from '../../harness/drivers/driver.ts'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import type { Target } from '../../harness/drivers/target.ts'
import type { Check } from '../../harness/kit/define-check.ts'
import { differences } from '../../scripts/same-reports/differences.ts'
import { type VerdictOptions, verdicts } from './verdict.ts'

/** What a connector comes to with a new process for each call, and with calls that are forked. */
export interface WarmAndCold {
  /** Calls of it, either way. */
  readonly calls: number
  /** Why calls were new processes all the same, if they were. */
  readonly notForked: string | undefined
  /** In what the two differ, a line each; none where they come to the same. */
  readonly differences: readonly string[]
}

/** One of the two ways: what each check says, and what each call came to. */
interface Side {
  readonly results: readonly unknown[]
  /** Each once, though it may have been made several times. */
  readonly calls: ReadonlySet<string>
  readonly limits: readonly string[]
}

const LONGEST = 600

/** Puts a command to these checks twice, and compares all that is said: results whole, and what each call printed. */
export async function warmAndCold(
  target: Target,
  checks: readonly Check[],
  options: VerdictOptions,
): Promise<WarmAndCold> {
  const cold = await sideOf({ ...target, cold: true } as Target, checks, options)
  const warm = await sideOf(target, checks, options)
  const results = checks.flatMap(({ name }, index) =>
    differences(cold.results[index], warm.results[index]).map(
      ({ path, before, after }) =>
        `${name} ${path}: ${JSON.stringify(before)} of new processes, ${JSON.stringify(after)} of forked ones`,
    ),
  )
  const calls = [
    ...without(cold.calls, warm.calls).map((each) => `only of a new process: ${each}`),
    ...without(warm.calls, cold.calls).map((each) => `only of a forked one: ${each}`),
  ]
  return {
    calls: cold.calls.size,
    notForked: warm.limits[0],
    differences: [...results, ...calls].map((line) => line.slice(0, LONGEST)),
  }
}

async function sideOf(
  target: Target,
  checks: readonly Check[],
  options: VerdictOptions,
): Promise<Side> {
  const calls = new Set<string>()
  const limits: string[] = []
  const open = async (opened: Target): Promise<Driver> => {
    const driver = await openDriver(opened)
    const close = async () => {
      limits.push(...(driver.limits?.() ?? []))
      await driver.close()
    }
    return { ...noting(driver, (call) => calls.add(call)), close }
  }
  const found = await verdicts(target, checks, { ...options, open })
  return { results: found.map(({ result }) => plain(result)), calls, limits }
}

/** A driver that tells of each of its calls, also of those that are made apart. */
function noting(driver: Driver, note: (call: string) => void): Driver {
  const { apart } = driver
  return {
    ...driver,
    call: async (call) => {
      const result = await driver.call(call)
      const { method, arguments: args } = call
      note(JSON.stringify(plain({ method, args, result })))
      return result
    },
    ...(apart === undefined
      ? {}
      : {
          apart: {
            ...apart,
            run: (work, how) => apart.run((lent) => work(noting(lent, note)), how),
          },
        }),
  }
}

/** Where a mock listens, and how long something took, differ each time. */
const VARIES: readonly (readonly [RegExp, string])[] = [
  [/(?<=127\.0\.0\.1\D{1,12}|"port":\s?|'port':\s?|PORT=|:)\d{4,5}(?!\d)/g, '<port>'],
  [/\b\d+\.\d+(?= ?(?:s|ms|seconds)\b)/g, '<time>'],
  [/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '<date>'],
]
const TIMES = new Set([
  'restsOnTime',
  'milliseconds',
  'startedAt',
  'endedAt',
  'elapsed',
  'at',
  'took',
])

function plain(value: unknown): unknown {
  if (typeof value === 'string') {
    return VARIES.reduce((text, [pattern, by]) => text.replace(pattern, by), value)
  }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (TIMES.has(name) ? [] : [[name, plain(each)]])),
  )
}

/** Those that the others have not. How often one was made hangs on how long the first ones took. */
function without(calls: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...calls].filter((call) => !others.has(call))
}
