import type { ClauseId } from '../../../../../contracts/clauses.ts'
import { CoverageCount } from '../../../../../harness/engine/found/coverage.ts'
import type { RunReport } from '../../../../../harness/report/record/run-report.ts'
import { brokenPath } from '../../../../broken/support/broken-files.ts'
import { realReport } from '../../../../support/real-report.ts'

/** For each clause a connector in `test/broken/` that breaks it, at little cost. */
const BREAKS: Readonly<Record<ClauseId, string>> = {
  'ENV-1': 'env-1-metadata-taken-for-granted',
  'ENV-2': 'env-2-success-as-text',
  'ENV-3': 'env-3-code-invented',
  'ENV-4': 'env-4-message-left-out',
  'ENV-5': 'env-5-metadata-undefined',
  'ENV-6': 'env-6-attribute-error-passed-on',
  'MODE-1': 'mode-1-asks-the-data-source',
  'MODE-2': 'mode-2-id-made-up',
  'MODE-3': 'mode-3-query-in-lower-case',
  'LIFE-1': 'life-1-error-as-running',
  'LIFE-2': 'life-2-unknown-text-as-completed',
  'LIFE-3': 'life-3-progress-of-the-phase',
  'LIFE-4': 'life-4-canceled-at-zero-as-100',
  'LIFE-5': 'life-5-empty-id-as-running',
  'LIFE-6': 'life-6-query-ends-the-search-before',
  'LIFE-7': 'life-7-ping-makes-a-search',
  'LIFE-8': 'life-8-started-search-as-no-rows',
  'LIFE-9': 'life-9-query-tried-out-first',
  'LIFE-10': 'life-10-running-search-left-alone',
  'PAGE-1': 'page-1-end-inclusive',
  'PAGE-2': 'page-2-first-row-of-a-next-window-lost',
  'PAGE-3': 'page-3-length-zero-is-all',
  'PAGE-4': 'page-4-end-concatenated',
  'PAGE-5': 'page-5-negative-length-as-zero',
  'PAGE-6': 'page-6-ends-after-two-calls',
  'PAGE-7': 'page-7-damaged-metadata-as-none',
  'PAGE-8': 'page-8-repeated-token-followed',
  'PAGE-9': 'page-9-limit-ignored',
  'ERR-1': 'err-1-internal-error-as-unavailable',
  'ERR-2': 'err-2-unlisted-code-as-unavailable',
  'ERR-3': 'err-3-forbidden-as-unknown',
  'ERR-4': 'err-4-no-data-as-no-rows',
  'ERR-5': 'err-5-alive-is-what-says-200',
  'NET-1': 'net-1-deleted-where-nobody-listens',
  'NET-2': 'net-2-cut-delete-as-done',
  'NET-3': 'net-3-patience-of-a-second',
  'NET-4': 'net-4-verification-off',
  'NET-5': 'net-5-ten-attempts-under-503',
  'NET-6': 'net-6-length-taken-for-granted',
  'NET-7': 'net-7-port-as-text-refused',
  'SEC-1': 'sec-1-credentials-in-the-url',
  'SEC-2': 'sec-2-first-attempt-without-credentials',
  'SEC-3': 'sec-3-id-not-encoded',
  'SEC-4': 'sec-4-answer-written-by-hand',
}

/** What these break comes late in the list. */
const MOST: Readonly<Record<string, number>> = {
  'ENV-1': 150,
  'ERR-4': 120,
  'SEC-1': 60,
  'SEC-4': 20,
}

const AT_ONCE = 6

/**
 * A record in which every clause is broken. No connector is as bad as that: it is put together from the records of
 * real runs, each of a connector that breaks one clause.
 */
export async function everyClauseBroken(): Promise<RunReport> {
  const waiting = Object.entries(BREAKS)
  const found = new Map<string, RunReport>()
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [clause, name] = next
      const scheme = clause === 'NET-4' ? 'https' : 'http'
      const most = MOST[clause]
      found.set(clause, await realReport(brokenPath(`${name}.ts`), [clause], { scheme }, most))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return together(Object.keys(BREAKS).flatMap((clause) => found.get(clause) ?? []))
}

function together(runs: readonly RunReport[]): RunReport {
  const [first] = runs
  if (first === undefined) throw new Error('there is no run to be put together')
  const all = <Item>(of: (run: RunReport) => readonly Item[]) => runs.flatMap(of)
  return {
    ...first,
    target: 'test/broken',
    options: { ...first.options, only: [] },
    plan: {
      checks: all(({ plan }) => plan.checks),
      invariants: all(({ plan }) => plan.invariants ?? []),
      ...{ leftOut: [], notApplicable: [] },
    },
    clauses: all(({ clauses }) => clauses.filter(({ outcome }) => outcome !== 'left-out')),
    checks: all(({ checks }) => checks),
    violations: all(({ violations }) => violations),
    matrix: all(({ matrix }) => matrix),
    coverage: coverageOf(runs),
    timings: { ...first.timings, checks: all(({ timings }) => timings.checks) },
  }
}

function coverageOf(runs: readonly RunReport[]): RunReport['coverage'] {
  const count = new CoverageCount()
  for (const { coverage } of runs) count.addAll({ ...coverage, methods: [] })
  const { faults, codes } = count.coverage
  const clauses = runs.flatMap(({ coverage, plan }) =>
    coverage.clauses.filter(({ clause }) => plan.checks.some((check) => check.startsWith(clause))),
  )
  return { clauses, faults, codes }
}
