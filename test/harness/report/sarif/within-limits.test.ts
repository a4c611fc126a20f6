import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { sarifWithin } from '../../../../harness/report/sarif/sarif.ts'
import { GITHUB, type SarifLimits } from '../../../../harness/report/sarif/within-limits.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const TARGETS = ['a', 'b', 'c', 'd', 'e']
const MANY = Array.from({ length: 8 }, (_, n) => `0000000${n}`)

/** Five connectors, each with eight violations that are long to tell. */
const report = reportFile(
  TARGETS.map((target) =>
    madeReport({
      target,
      violations: MANY.map((id) => madeViolation({ id, actual: noise(`${target}${id}`) })),
    }),
  ),
)

/** Text that does not shrink much. */
function noise(from: string): string {
  return Array.from({ length: 200 }, (_, n) => Math.sin(n + from.length).toString(36)).join(from)
}

function logWithin(limits: Partial<SarifLimits>) {
  const text = sarifWithin(report, { ...GITHUB, ...limits })
  const log = JSON.parse(text)
  const results = log.runs.map((run: { results: readonly unknown[] }) => run.results.length)
  return { log, results, size: gzipSync(text).length }
}

const notesOf = (run: { invocations: readonly object[] }) => JSON.stringify(run.invocations)

describe('SARIF within the limits of code scanning', () => {
  it('knows those that GitHub publishes', () => {
    expect(GITHUB).toEqual({ gzippedBytes: 10_000_000, runs: 20, results: 25_000 })
  })

  it('is whole where it may be', () => {
    expect(logWithin({}).results).toEqual([8, 8, 8, 8, 8])
    expect(logWithin({ runs: 5, results: 8 }).results).toEqual([8, 8, 8, 8, 8])
  })

  it('has the last of too many runs in one, which loses no result and no verdict', () => {
    const { log, results } = logWithin({ runs: 3 })
    expect(results).toEqual([8, 8, 24])
    expect(log.runs[2].invocations).toHaveLength(3)
    const categories = log.runs.map(
      (run: { automationDetails: { id: string } }) => run.automationDetails.id,
    )
    expect(new Set(categories).size).toBe(3)
    expect(categories[2]).toBe('connector-contract/others/')
  })

  it('says in each run how many results are left out', () => {
    const { log, results } = logWithin({ results: 5 })
    expect(results).toEqual([5, 5, 5, 5, 5])
    expect(notesOf(log.runs[0])).toContain('3 results are left out')
    expect(notesOf(logWithin({ results: 8 }).log.runs[0])).not.toContain('left out')
  })

  it.each([0.8, 0.6, 0.5])('is no larger than it may be, at %d of its whole size', (part) => {
    const bytes = Math.floor(logWithin({}).size * part)
    expect(logWithin({ gzippedBytes: bytes }).size).toBeLessThanOrEqual(bytes)
  })

  it('cuts messages before it leaves out a result', () => {
    const whole = logWithin({})
    const cut = logWithin({ gzippedBytes: Math.floor(whole.size * 0.8) })
    expect(cut.results).toEqual(whole.results)
  })
})
