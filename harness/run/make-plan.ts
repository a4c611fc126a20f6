import { Declarations, GivenDeclarations } from '../../contracts/declarations.ts'
import { makeCertificate } from '../../mock-datasource/index.ts'
import { CHECKS } from '../checks/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { TargetError, UsageError } from '../errors.ts'
import type { Capabilities, Check } from '../kit/define-check.ts'
import { openSession, type SessionOptions } from '../kit/open-session.ts'
import { detectMode } from './detect-mode.ts'
import type { Exclusion, Plan, VerifyOptions } from './plan.ts'

/** Made cases a check, by what a call costs: a process a call is some hundred times dearer. */
const RUNS = { module: 30, command: 5 } as const satisfies Record<Driver['kind'], number>
const SHRINKS = { module: 300, command: 40 } as const satisfies Record<Driver['kind'], number>

/**
 * Finds out what the connector is and which checks apply to it.
 *
 * @throws UsageError where a filter or a declaration cannot be used, or nothing is left to run.
 * @throws TargetError where the connector does not start.
 */
export async function makePlan(options: VerifyOptions, driver: Driver): Promise<Plan> {
  const declarations = declarationsOf(options, driver)
  const { scheme, seed, deadlineMilliseconds } = options
  const certificate = await makeCertificate()
  const session: SessionOptions = {
    driver,
    certificate,
    name: `${seed}/plan`,
    deadlineMilliseconds,
    scheme,
    declarations,
    mode: 'asynchronous',
  }
  const mode = await detectModeIn(session)
  const chosen = choose(CHECKS, options)
  // Checks that are wanted and do not apply are a result; no check at all is a mistake in the filters.
  if (chosen.checks.length === 0) {
    throw new UsageError('no check is left to run', {
      hint: 'Loosen --only and --skip; `connector-contract list` shows the clauses and their checks.',
    })
  }
  const applicability = judge(chosen.checks, { mode, scheme, declarations })
  return {
    target: options.target,
    label: driver.label,
    driver: driver.kind,
    mode,
    scheme,
    declarations,
    certificate,
    seed,
    runs: options.runs ?? RUNS[driver.kind],
    shrinks: SHRINKS[driver.kind],
    deadlineMilliseconds,
    checks: applicability.checks.map(({ name }) => name),
    leftOut: chosen.leftOut,
    notApplicable: applicability.notApplicable,
  }
}

/** What the user says goes before what the module says of itself. */
function declarationsOf(options: VerifyOptions, driver: Driver): Declarations {
  const { declarations = {} } = driver
  const parsed = GivenDeclarations.safeParse(declarations)
  if (parsed.success) return Declarations.parse({ ...parsed.data, ...options.declarations })
  const issues = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new TargetError(
    `the declarations of ${driver.label} cannot be used: ${issues.join('; ')}`,
    { hint: 'Declarations are `delete`, `result_limit` and `errors`; see docs/declarations.md.' },
  )
}

async function detectModeIn(options: SessionOptions) {
  const session = await openSession(options)
  try {
    return await detectMode(session)
  } finally {
    await session.close()
  }
}

function choose(checks: readonly Check[], { only, skip }: VerifyOptions) {
  for (const prefix of [...only, ...skip]) requireMatch(checks, prefix)
  const wanted = (check: Check) =>
    (only.length === 0 || only.some((prefix) => hasPrefix(check, prefix))) &&
    !skip.some((prefix) => hasPrefix(check, prefix))
  return {
    checks: checks.filter(wanted),
    leftOut: checks
      .filter((check) => !wanted(check))
      .map((check): Exclusion => ({ check: check.name, reason: 'left out by --only or --skip' })),
  }
}

function judge(checks: readonly Check[], capabilities: Capabilities) {
  const verdicts = checks.map((check) => ({ check, reason: check.notFor(capabilities) }))
  return {
    checks: verdicts.filter(({ reason }) => reason === undefined).map(({ check }) => check),
    notApplicable: verdicts.flatMap(({ check, reason }): Exclusion[] =>
      reason === undefined ? [] : [{ check: check.name, reason }],
    ),
  }
}

/** `PAGE` is a family and `PAGE-1` a clause: `PAGE-1` must not take PAGE-10 along. */
function hasPrefix(check: Check, prefix: string): boolean {
  const wanted = prefix.toUpperCase()
  return check.clause === wanted || check.clause.startsWith(wanted.replace(/-?$/, '-'))
}

function requireMatch(checks: readonly Check[], prefix: string): void {
  if (checks.some((check) => hasPrefix(check, prefix))) return
  throw new UsageError(`no check has a clause that begins with "${prefix}"`, {
    hint: 'Name a family (PAGE) or a clause (PAGE-1); `connector-contract list` shows them all.',
  })
}
