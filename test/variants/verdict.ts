import { Declarations } from '../../contracts/declarations.ts'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import type { Target } from '../../harness/drivers/target.ts'
import type { Check } from '../../harness/kit/define-check.ts'
import { openSession, type SessionOptions } from '../../harness/kit/open-session.ts'
import type { CheckResult } from '../../harness/kit/result.ts'
import { runCheck } from '../../harness/kit/run-check.ts'
import { detectMode } from '../../harness/run/detect-mode.ts'
import { type Certificate, makeCertificate } from '../../mock-datasource/index.ts'

/** How a connector is verified here; what is left out is as `verify` has it. */
export interface VerdictOptions {
  readonly scheme?: 'http' | 'https'
  readonly seed?: number
  readonly runs?: number
}

/** What one check says of a connector. */
export interface Verdict {
  readonly check: Check
  readonly result: CheckResult
}

const DEADLINE_MILLISECONDS = 10_000
/** A smaller case changes no verdict, and looking for one takes time. */
const SHRINKS = 0

// Making a certificate takes time, and one serves every connector of a test file.
let certificate: Promise<Certificate> | undefined

/** What each of these checks says of a connector, in their order: as `verify` would say it. */
export async function verdicts(
  target: Target,
  checks: readonly Check[],
  { scheme = 'https', seed = 1, runs = 50 }: VerdictOptions = {},
): Promise<readonly Verdict[]> {
  const driver = await openDriver(target)
  try {
    certificate ??= makeCertificate()
    const session: SessionOptions = {
      driver,
      scheme,
      certificate: await certificate,
      declarations: Declarations.parse(driver.declarations ?? {}),
      deadlineMilliseconds: DEADLINE_MILLISECONDS,
      mode: 'asynchronous',
      name: `${seed}/plan`,
    }
    const run = { ...session, mode: await modeIn(session), seed, runs, shrinks: SHRINKS }
    return await Promise.all(
      checks.map(async (check) => ({ check, result: await runCheck(check, run) })),
    )
  } finally {
    await driver.close()
  }
}

async function modeIn(options: SessionOptions) {
  const session = await openSession(options)
  try {
    return await detectMode(session)
  } finally {
    await session.close()
  }
}
