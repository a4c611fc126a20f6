import { stripVTControlCharacters } from 'node:util'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { composeReport } from '../../../harness/report/record/compose-report.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'
import { againCommand } from '../../../harness/run/again-command.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { abcSource as source } from '../../support/abc-source.ts'
import { verifyOptions } from '../../support/made-options.ts'
import { openTrusted } from '../../support/open-trusted.ts'

/** What `verify` is given. */
export interface Verified {
  readonly target: Target
  readonly clause: string
}

/** What is listed, and one case that is made: a run of one clause would spend the whole length of its profile on it. */
export const RUNS = 1

/**
 * What `verify --only <clause> --runs 1` prints of a connector, without the time that it took: from the same parts,
 * but in this process and not in workers of its own, which take longer to start than the checks to run.
 *
 * @param kept whether what fails is kept, as it is unless `--no-store` is given.
 */
export async function reportOf({ target, clause }: Verified, kept: boolean): Promise<string> {
  const options = verifyOptions({ target, scheme: 'https', only: [clause], runs: RUNS })
  const driver = await openTrusted(target)
  try {
    const plan = await makePlan(options, driver)
    const checks = CHECKS.filter(({ name }) => plan.checks.includes(name))
    const results = await Promise.all(
      checks.map(
        async (check) => [check.name, await runCheck(check, { ...plan, source, driver })] as const,
      ),
    )
    const report = composeReport({
      plan,
      options,
      location: '.',
      results: new Map(results),
      coverage: new Map(),
      checkMilliseconds: new Map(),
      trouble: [],
      rounds: 1,
      started: new Date(0),
      milliseconds: 0,
      tool: '',
      kept,
      again: () => againCommand(options, plan, clause),
    })
    return withoutTime(stripVTControlCharacters(terminalReport(report)))
  } finally {
    await driver.close()
  }
}

/** A report without what is another in every run, and in every version of the data source. */
export function withoutTime(report: string): string {
  return report
    .replace(/(?<=^\d+ clauses: .* cases in )\d+\.\d s(?=\.$)/m, '… s')
    .replace(/(?<=^data source .* \()[0-9a-f]{12}(?=\)$)/m, '…')
}
