import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Message } from '../../../../harness/cli/supervisor/protocol.ts'
import { Said } from '../../../../harness/cli/supervisor/said.ts'
import { writeIncomplete } from '../../../../harness/cli/supervisor/write-incomplete.ts'
import { whyIncomplete } from '../../../../harness/report/record/incomplete.ts'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import { madePlan, verifyOptions } from '../../../support/made-options.ts'
import { madeReport } from '../../../support/made-report.ts'

const WHY = 'its process was ended by SIGKILL'
const planned: Message = {
  kind: 'planned',
  run: {
    plan: madePlan({ checks: ['MODE-1', 'MODE-3'] }),
    options: verifyOptions({ target: { kind: 'command', prefix: ['main'], cwd: '/' } }),
    ...{ started: '2026-01-01T00:00:00.000Z', today: '2026-01-01' },
  },
}
const tried: Message = {
  kind: 'tried',
  tried: {
    ...{ check: 'MODE-1', result: { state: 'held', cases: 3 }, milliseconds: 5 },
    limits: ['each call is a new process'],
  },
}

async function reportAfter(messages: readonly Message[], others: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  for (const name of others) writeFileSync(join(folder, name), 'half of it')
  const begun: Message = {
    kind: 'begun',
    reports: [{ form: 'json', path, option: '--json report.json' }],
    others: others.map((name) => join(folder, name)),
  }
  const said = new Said()
  said.hear([begun, ...messages].map((message) => `${JSON.stringify(message)}\n`).join(''))
  await writeIncomplete(said, [], WHY)
  return { folder, report: readReportFile(readFileSync(path, 'utf8'), path) }
}

describe('the report of a run that was cut short', () => {
  it('says why, and what had been tried', async () => {
    const { report } = await reportAfter([planned, tried])
    expect(whyIncomplete(report)).toBe(WHY)
    const [run] = report.runs
    expect(run?.checks).toMatchObject([{ check: 'MODE-1', state: 'held', cases: { tried: 3 } }])
    expect(run?.limits).toEqual(['each call is a new process'])
    expect(run?.trouble).toEqual(['the run was cut short', 'MODE-3 did not run to its end'])
  })

  it('has what had come to its end before as it was', async () => {
    const earlier = madeReport()
    const { report } = await reportAfter([planned, { kind: 'reported', report: earlier }, planned])
    expect(report.runs[0]).toEqual(JSON.parse(JSON.stringify(earlier)))
    expect(report.runs[1]?.trouble).toContain('MODE-1 did not run to its end')
    expect(report.closing).toMatchObject({ complete: false, exitCode: 3, trouble: [WHY] })
  })

  it('says why where nothing had been tried, and leaves no half of another file', async () => {
    const { report, folder } = await reportAfter([], ['pact.json'])
    expect(report).toMatchObject({ runs: [], closing: { complete: false, trouble: [WHY] } })
    expect(existsSync(join(folder, 'pact.json'))).toBe(false)
  })
})
