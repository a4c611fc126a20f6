import { Declarations, GivenDeclarations } from '../../contracts/declarations.ts'
import type { Certificate } from '../../mock-datasource/index.ts'
import { CHECKS } from '../checks/index.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import type { Driver } from '../drivers/driver.ts'
import type { Exclusion, Plan, VerifyOptions } from '../engine/plan.ts'
import { openSession, type SessionOptions } from '../engine/session/open-session.ts'
import { TargetError, UsageError } from '../errors.ts'
import type { Capabilities } from '../kit/capabilities.ts'
import type { Check } from '../kit/define-check.ts'
import { chooseChecks } from './choose-checks.ts'
import { declare } from './declared.ts'
import { detectMode } from './detect-mode.ts'
import { effortFor } from './effort.ts'
import { longRunWords } from './long-run.ts'
import { measureCall } from './measure-call.ts'
import { requireReached } from './reached.ts'
import { runCertificate } from './run-certificate.ts'

/**
 * Finds out what the connector is and which checks apply to it. Whether it asks the API of the data source is tried
 * here but for a module: its calls may take this process along, so that it is seen from what its checks ask.
 *
 * @param say told, on a line, what a user should know beside the plan.
 * @param made the certificate of the run, where somebody has begun to make it.
 * @throws UsageError where a filter or a declaration cannot be used, or nothing is left to run.
 * @throws TargetError where the connector does not start, or asks an API that is not the data source's.
 */
export async function makePlan(
  options: VerifyOptions,
  driver: Driver,
  say: (line: string) => void = () => {},
  made: Promise<Certificate> = runCertificate(options.scheme),
): Promise<Plan> {
  const { scheme, seed, deadlineMilliseconds } = options
  const certificate = await made
  const { definition: source, planned: dataSource } = await loadDataSource(options.dataSource)
  const by = options.dataSource?.by
  const { values: declarations, by: declaredBy } = declare(
    { ...saidByUser(options), connector: saidByModule(driver) },
    source,
  )
  const session: SessionOptions = {
    driver,
    certificate,
    name: `${seed}/plan`,
    deadlineMilliseconds,
    scheme,
    declarations,
    source,
    mode: 'asynchronous',
    passed: options.passed,
  }
  const { mode, note, ...costs } = await getToKnow(session, options.target.kind !== 'module')
  if (note !== undefined) say(note)
  const chosen = chooseChecks(CHECKS, options)
  // Checks that are wanted and do not apply are a result; no check at all is a mistake in the filters.
  if (chosen.checks.length === 0) {
    throw new UsageError('no check is left to run', {
      hint: 'Loosen --only and --skip; `connector-contract list` shows the clauses and their checks.',
    })
  }
  const withoutMetadata = declarations.metadata
    ? driver.cannotCarry('results', ['id', 0, 1, 'token'])
    : 'its author declares that it has no metadata'
  const { passed } = options
  const capabilities: Capabilities = {
    ...{ mode, scheme, declarations, source, withoutMetadata, passed },
  }
  const applicability = judge(chosen.checks, capabilities)
  const { calls, ...effort } = effortFor(
    applicability.checks,
    judge(CHECKS, capabilities).checks,
    capabilities,
    { ...options, among: amongOf(options, capabilities), driver: driver.kind },
  )
  const long = longRunWords(calls, costs.callMilliseconds, options)
  if (long !== undefined) say(long)
  const limits = driver.limits?.() ?? []
  return {
    target: options.target,
    label: driver.label,
    driver: driver.kind,
    dataSource: by === undefined ? dataSource : { ...dataSource, by },
    ...(limits.length === 0 ? {} : { limits }),
    mode,
    scheme,
    declarations,
    declaredBy,
    certificate,
    ...(options.passed === undefined ? {} : { passed: options.passed }),
    seed,
    profile: options.profile,
    ...costs,
    ...(options.footprint === true ? { footprint: true } : {}),
    ...effort,
    deadlineMilliseconds,
    ...(options.memoryMegabytes === undefined ? {} : { memoryMegabytes: options.memoryMegabytes }),
    ...(options.inspect === undefined ? {} : { inspect: options.inspect }),
    checks: applicability.checks.map(({ name }) => name),
    invariants: chosen.invariants.map(({ name }) => name),
    ...(chosen.providers.length === 0 ? {} : { providers: chosen.providers }),
    leftOut: chosen.leftOut,
    notApplicable: applicability.notApplicable,
  }
}

/** What the length of a run is dealt to, where that is more than what is chosen. */
function amongOf({ among }: VerifyOptions, capabilities: Capabilities) {
  if (among === undefined) return undefined
  return judge(chooseChecks(CHECKS, { only: among, skip: [] }).checks, capabilities).checks
}

function saidByUser({ declarations, declaredInFile = [] }: VerifyOptions) {
  const said = Object.entries(declarations) as [keyof GivenDeclarations, unknown][]
  const inFile = ([name]: (typeof said)[number]) => declaredInFile.includes(name)
  return {
    commandLine: Object.fromEntries(said.filter((each) => !inFile(each))) as GivenDeclarations,
    file: Object.fromEntries(said.filter(inFile)) as GivenDeclarations,
  }
}

/** What the connector's module says of itself. */
function saidByModule(driver: Driver): GivenDeclarations {
  const { declarations = {} } = driver
  const parsed = GivenDeclarations.safeParse(declarations)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new TargetError(
    `the declarations of ${driver.label} cannot be used: ${issues.join('; ')}`,
    {
      hint: `Declarations are ${Object.keys(Declarations.shape).join(', ')}; see docs/declarations.md.`,
    },
  )
}

async function getToKnow(options: SessionOptions, asks: boolean) {
  const session = await openSession(options)
  try {
    const mode = await detectMode(session)
    const note = asks ? await requireReached(session, mode) : undefined
    const callMilliseconds = await measureCall(session)
    const first = options.driver.kind === 'command' ? session.calls[0] : undefined
    return {
      ...{ mode, note, callMilliseconds },
      ...(first === undefined ? {} : { firstCallMilliseconds: first.answer.milliseconds }),
    }
  } finally {
    await session.close()
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
