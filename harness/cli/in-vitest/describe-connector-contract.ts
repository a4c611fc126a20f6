import { FAMILIES, FAMILY_TITLES } from '../../../contracts/clause.ts'
import { CHECKS, familyOf } from '../../checks/index.ts'
import { giveVariables } from '../../drivers/process/diverting-variables.ts'
import { UsageError } from '../../errors.ts'
import type { Check } from '../../kit/define-check.ts'
import { chooseChecks } from '../../run/choose-checks.ts'
import { readConfig } from '../config/read-config.ts'
import { type VerifyEnd, verifyProcess } from '../verify-process.ts'
import { checkVerdict, invariantVerdict, runVerdict, type Verdict } from './check-verdict.ts'
import {
  type ContractOptions,
  type ContractTarget,
  targetName,
  verifyWords,
} from './contract-options.ts'
import { testsThatRun } from './selected-checks.ts'
import type { TestContext } from './vitest-functions.ts'

export type { ContractOptions, ContractTarget } from './contract-options.ts'
export type { AddedFault, Asked, MockDataSource, Request } from './mock-data-source.ts'
export type { MockFixtureOptions } from './mock-fixture-options.ts'
export { type MockFixtures, mockDataSource } from './mock-fixtures.ts'

/** What tells that nothing is missing, as in every other form of a report. */
const COMPLETE = 'the run is complete'
/** vitest's word for "none": how long a call and a run may take, verify itself says. */
const NO_LIMIT = 0

/**
 * Makes the checks of the connector contract tests of your own vitest: a group for each family, a test for each check.
 * `verify` runs once, in a process of its own, and its record decides every test: plan, seed, cases and results are those of
 * the command line. What does not apply, or is waived, is skipped with the reason; what is left out is absent.
 *
 * ```ts
 * import { describe, test } from 'vitest'
 * import { describeConnectorContract } from 'connector-contract/vitest'
 *
 * describeConnectorContract('./my-connector.ts', { describe, test })
 * ```
 *
 * @param target undefined: the one that the configuration file names.
 * @throws UsageError where vitest's functions are missing, or the target names no connector.
 */
export function describeConnectorContract(
  target: ContractTarget | undefined,
  options: ContractOptions,
): void {
  requireVitest(options)
  const group = `connector contract: ${targetName(target)}`
  const run = oneRun(verifyWords(target, options), options.environment)
  options.describe(group, async () => {
    const filters = await filtersOf(options)
    const titles = new Map(claimsOf(filters).map((claim) => [titleOf(claim), claim]))
    const clauses = (task: unknown) => clausesOf(testsThatRun(task, group), titles, filters)
    const register = (name: string, verdict: (end: VerifyEnd) => Verdict) =>
      options.test(name, { timeout: NO_LIMIT }, async (context) => {
        await tell(verdict(await run(clauses(context.task), context.signal)), context)
      })
    for (const family of FAMILIES) {
      const own = [...titles].filter(([, { clause }]) => familyOf(clause) === family)
      if (own.length === 0) continue
      options.describe(FAMILY_TITLES[family], () => {
        for (const [title, { verdict }] of own) register(title, verdict)
      })
    }
    register(COMPLETE, runVerdict)
  })
}

interface Filters {
  readonly only: readonly string[]
  readonly skip: readonly string[]
}

function requireVitest({ describe, test }: ContractOptions): void {
  if (typeof describe === 'function' && typeof test === 'function') return
  throw new UsageError('describeConnectorContract needs the functions of your vitest', {
    hint: "import { describe, test } from 'vitest', and add them: { describe, test }.",
  })
}

async function filtersOf({ config, only, skip }: ContractOptions): Promise<Filters> {
  const { file } = await readConfig(config === undefined ? {} : { config })
  return { only: only ?? file.only ?? [], skip: skip ?? file.skip ?? [] }
}

/** What a test is made of. */
interface Claim extends Pick<Check, 'name' | 'clause' | 'claim'> {
  readonly verdict: (end: VerifyEnd) => Verdict
}

/** What is asked for: what is judged of every answer, and the checks but for those that run for the sake of that alone. */
function claimsOf(filters: Filters): readonly Claim[] {
  const { checks, invariants, providers } = chooseChecks(CHECKS, filters)
  return [
    ...invariants.map((invariant) => ({
      ...invariant,
      verdict: (end: VerifyEnd) => invariantVerdict(end, invariant),
    })),
    ...checks
      .filter(({ name }) => !providers.includes(name))
      .map((check) => ({
        ...check,
        verdict: (end: VerifyEnd) => checkVerdict(end, check.name),
      })),
  ]
}

function titleOf({ name, claim }: Claim): string {
  return `${name}: ${claim}`
}

/** What to verify: the filters as they are, or, where vitest runs some of the tests alone, the clauses of these. */
function clausesOf(
  running: readonly string[],
  titles: ReadonlyMap<string, Claim>,
  filters: Filters,
): readonly string[] {
  const checks = running.flatMap((title) => titles.get(title) ?? [])
  if (checks.length > 0 && checks.length < titles.size) {
    return ['--only', [...new Set(checks.map(({ clause }) => clause))].join()]
  }
  const words = (name: keyof Filters) =>
    filters[name].length === 0 ? [] : [`--${name}`, filters[name].join()]
  return [...words('only'), ...words('skip')]
}

/** One run for all tests, begun by the first of them, and stopped when vitest is. */
function oneRun(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const stop = new AbortController()
  const env = withoutVitest(process.env)
  giveVariables(environment, env)
  let end: Promise<VerifyEnd> | undefined
  return (filters: readonly string[], signal: AbortSignal | undefined): Promise<VerifyEnd> => {
    signal?.addEventListener('abort', () => stop.abort(), { once: true })
    end ??= verifyProcess(
      [...filters, ...words],
      {
        cwd: process.cwd(),
        env,
        shown: { report: false, rest: false },
      },
      stop.signal,
    )
    return end
  }
}

/** The environment as it was before vitest: in it the connector would not be what it is on a command line. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isVitest = ([name, value]: readonly [string, string | undefined]) =>
    /^(?:TEST|VITEST.*)$/.test(name) || (name === 'NODE_ENV' && value === 'test')
  // Inside Actions vitest has a reporter of its own, which tells of the same failures.
  const { GITHUB_ACTIONS: _, ...others } = env
  return Object.fromEntries(Object.entries(others).filter((each) => !isVitest(each)))
}

async function tell(verdict: Verdict, context: TestContext): Promise<void> {
  switch (verdict.kind) {
    case 'passed':
      if (verdict.note !== undefined) await context.annotate?.(verdict.note, 'warning')
      return
    case 'skipped':
      return context.skip(verdict.reason)
    case 'failed':
      throw new BrokenContract(verdict.text)
  }
}

/** Its place in our source is nothing to look at. */
class BrokenContract extends Error {
  override readonly name = 'BrokenContract'

  constructor(text: string) {
    super(text)
    this.stack = `${this.name}: ${text}`
  }
}
