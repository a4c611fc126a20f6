import { describe, expect, it } from 'vitest'
import type { RunReport } from '../../../harness/report/record/run-report.ts'
import { verify } from '../../../harness/run/verify.ts'
import { brokenPath } from '../../broken/support/broken-files.ts'
import { verifyOptions } from '../../support/made-options.ts'

/** One with a violation to be shrunk, and one whose calls lead to other data sources and closed ports. */
const RUNS = [
  { file: 'page-1-end-inclusive.ts', only: ['PAGE-1', 'PAGE-3'] },
  { file: 'net-1-deleted-where-nobody-listens.ts', only: ['NET-1', 'SEC-3', 'LIFE-10'] },
] as const

const SILENT = { planned: () => undefined, finished: () => undefined }

async function reportOf(run: (typeof RUNS)[number], jobs: number): Promise<unknown> {
  const target = {
    kind: 'module',
    specifier: brokenPath(run.file),
    from: process.cwd(),
  } as const
  const report: RunReport = await verify(
    verifyOptions({ target, only: [...run.only], jobs, runs: 3 }),
    SILENT,
  )
  return { ...report, timings: 'aside' }
}

describe.each(RUNS)('the report on $file', { timeout: 300_000 }, (run) => {
  it('is the same twice, with one worker and with several, but for times', async () => {
    const first = await reportOf(run, 1)
    expect(first).toHaveProperty('violations.0.transcript.0')
    expect(await reportOf(run, 3)).toEqual(first)
  })
})
