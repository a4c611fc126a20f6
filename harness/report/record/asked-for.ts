import { shownName } from '../../data-source/shown-name.ts'
import type { VerifyOptions } from '../../engine/plan.ts'
import { withoutTexts } from '../../engine/session/without-texts.ts'
import type { AskedFor } from './run-report.ts'

/** What the user asked for, as a record may show it. */
export function askedFor(options: VerifyOptions): AskedFor {
  const { connection, configuration } = withoutTexts(options.passed)
  const isPassed = connection !== undefined || configuration !== undefined
  return {
    only: options.only,
    skip: options.skip,
    runs: options.runs ?? null,
    budgetSeconds:
      options.budgetMilliseconds === undefined ? null : options.budgetMilliseconds / 1_000,
    timeoutSeconds: options.deadlineMilliseconds / 1_000,
    declarations: options.declarations,
    ...(options.dataSource === undefined ? {} : { dataSource: shownName(options.dataSource) }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(isPassed
      ? {
          passed: {
            ...(connection === undefined ? {} : { connection }),
            ...(configuration === undefined ? {} : { configuration }),
          },
        }
      : {}),
  }
}
