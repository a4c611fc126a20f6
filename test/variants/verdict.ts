import type { Driver } from '../../harness/drivers/driver.ts'
import type { Target } from '../../harness/drivers/target.ts'
import type { CheckResult } from '../../harness/engine/found/result.ts'
import type { Check } from '../../harness/kit/define-check.ts'
import { DEFAULT_DEADLINE_MILLISECONDS } from '../../harness/run/defaults.ts'
import { makePlan } from '../../harness/run/make-plan.ts'
import { abcSource as source } from '../support/abc-source.ts'
import { invariantsOf, judge as judgeClaim, providerOf } from '../support/claims.ts'
import { openTrusted } from '../support/open-trusted.ts'

/** How a connector is verified here; what is left out is as `verify` has it. */
export interface VerdictOptions {
  /** Mostly HTTP: which takes half the time, but HTTPS for checks that are about connections. */
  readonly scheme?: 'http' | 'https' | 'mostly-http'
  readonly seed?: number
  readonly runs?: number
  /** So many of a check's listed cases, or of each check's own; all where it is left out. */
  readonly most?: number | ((check: Check) => number)
  /** Against which invariants answers are held; left out: those that the check is about. */
  readonly everyAnswer?: { readonly but: readonly string[] }
  /** A claim whose invariant, if it is one, is held against its own answers only, and not against others' of its clause. */
  readonly alone?: string
  /** How the connector is called; a module in this process. */
  readonly open?: (target: Target) => Promise<Driver>
}

/** What one check says of a connector. */
export interface Verdict {
  readonly check: Check
  readonly result: CheckResult
}

const AS_VERIFY = {
  only: [],
  skip: [],
  deadlineMilliseconds: DEFAULT_DEADLINE_MILLISECONDS,
  jobs: 1,
  profile: 'default',
  strict: false,
  declarations: {},
} as const

/** A smaller case changes no verdict, and looking for one takes time. */
const SHRINKS = 0

const ABOUT_CONNECTIONS = 'NET-'

/** As many checks at once as `verify` runs in one worker. */
const AT_ONCE = 5

/** What each of these checks says of a connector, in their order: as `verify` would say it. */
export async function verdicts(
  target: Target,
  checks: readonly Check[],
  options: VerdictOptions = {},
): Promise<readonly Verdict[]> {
  const { scheme: wanted = 'https' } = options
  const schemeFor = ({ clause }: Check) =>
    wanted !== 'mostly-http' ? wanted : clause.startsWith(ABOUT_CONNECTIONS) ? 'https' : 'http'
  const found: Verdict[] = []
  for (const [scheme, some] of Map.groupBy(checks, schemeFor)) {
    found.push(...(await verdictsOver(scheme, target, some, options)))
  }
  return found.toSorted((a, b) => checks.indexOf(a.check) - checks.indexOf(b.check))
}

async function verdictsOver(
  scheme: 'http' | 'https',
  target: Target,
  checks: readonly Check[],
  { seed = 1, runs, most, open = openTrusted, everyAnswer, alone }: VerdictOptions,
): Promise<readonly Verdict[]> {
  const driver = await open(target)
  try {
    const plan = await makePlan({ ...AS_VERIFY, target, scheme, seed, runs }, driver)
    // As much as of a run of all checks.
    const effortOf = (check: Check) => {
      const { listed, made } = plan.tries[providerOf(check).name] ?? { listed: 0, made: 0 }
      return runs === undefined
        ? { most: listed, runs: made }
        : { most: typeof most === 'function' ? most(check) : most }
    }
    // Nobody reads it here, and where a call is a process it takes as long as all else.
    const explained = target.kind === 'module'
    const run = { ...plan, source, driver, explained }
    const judge = async (check: Check) => ({
      check,
      result: await judgeClaim(
        check,
        { ...run, ...effortOf(check), shrinks: SHRINKS },
        everyAnswer
          ? plan.invariants?.filter((name) => !everyAnswer.but.includes(name))
          : invariantsOf(check).filter((name) => check.name === alone || name !== alone),
      ),
    })
    return await inOrder(checks, judge)
  } finally {
    await driver.close()
  }
}

/**
 * Judges with few checks at once: with many, a call would wait for the others until it is late. Checks
 * that mostly wait do so beside them.
 */
async function inOrder(
  checks: readonly Check[],
  judge: (check: Check) => Promise<Verdict>,
): Promise<readonly Verdict[]> {
  const verdictOf = new Map<Check, Promise<Verdict>>()
  for (const check of checks.filter(({ waits }) => waits)) verdictOf.set(check, judge(check))
  const busy = checks.filter(({ waits }) => !waits)
  let next = 0
  const work = async () => {
    for (let check = busy[next++]; check !== undefined; check = busy[next++]) {
      const verdict = judge(check)
      verdictOf.set(check, verdict)
      await verdict
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return Promise.all(checks.map((check) => verdictOf.get(check) ?? judge(check)))
}
