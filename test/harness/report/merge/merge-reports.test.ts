import { beforeAll, describe, expect, it } from 'vitest'
import type { VerifyOptions } from '../../../../harness/engine/plan.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { mergeReports, type NamedReport } from '../../../../harness/report/merge/merge-reports.ts'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import {
  exitCodeOfFile,
  type ReportFile,
  reportFile,
} from '../../../../harness/report/record/report-file.ts'
import type { RunReport } from '../../../../harness/report/record/run-report.ts'
import { verify } from '../../../../harness/run/verify.ts'
import { verifyOptions } from '../../../support/made-options.ts'
import { madeWaiver } from '../../../support/made-waiver.ts'

const SILENT = { planned: () => undefined, finished: () => undefined }
const COUNT = 3
/** Breaks PAGE clauses, in listed cases and in made ones. */
const OPTIONS = verifyOptions({
  target: {
    kind: 'module',
    specifier: 'test/broken/pagination/page-1-end-inclusive.ts',
    from: process.cwd(),
  },
  only: ['MODE-1', 'PAGE-1', 'PAGE-3', 'PAGE-5'],
  runs: 4,
})

/** As it is once it has been written and read. */
function written(report: ReportFile): ReportFile {
  return readReportFile(`${JSON.stringify(report, null, 2)}\n`, 'report.json')
}

async function runOf(options: Partial<VerifyOptions>): Promise<RunReport> {
  return verify({ ...OPTIONS, ...options }, SILENT)
}

async function shardsOf(options: Partial<VerifyOptions> = {}): Promise<NamedReport[]> {
  const shards: NamedReport[] = []
  for (let index = 1; index <= COUNT; index += 1) {
    const run = await runOf({ ...options, shard: { index, count: COUNT } })
    shards.push({ file: `shard-${index}.json`, report: written(reportFile([run])) })
  }
  return shards
}

/** All but its times. */
function said({ runs, closing }: ReportFile) {
  return {
    runs: runs.map((run) => ({ ...run, timings: 'aside' })),
    closing: { ...closing, milliseconds: 'aside' },
  }
}

let shards: readonly NamedReport[]
beforeAll(async () => {
  shards = await shardsOf()
}, 180_000)

describe('the reports of all shards', { timeout: 180_000 }, () => {
  it('are, in whatever order, the report of the undivided run', async () => {
    const whole = written(reportFile([await runOf({})]))
    expect(whole.runs[0]?.violations.length).toBeGreaterThan(1)
    expect(said(written(mergeReports(shards)))).toEqual(said(whole))
    expect(said(mergeReports(shards.toReversed()))).toEqual(said(whole))
    expect(exitCodeOfFile(mergeReports(shards))).toBe(1)
  })

  it('are so with waivers, which one shard alone may not call stale', async () => {
    const waivers = [
      madeWaiver({ clause: 'PAGE-1' }),
      madeWaiver({ clause: 'PAGE-3', method: 'results' }),
      madeWaiver({ clause: 'PAGE-5' }),
      madeWaiver({ clause: 'MODE-1', expires: '2000-01-01' }),
    ]
    const whole = written(reportFile([await runOf({ waivers })]))
    const waived = await shardsOf({ waivers })
    expect(said(mergeReports(waived))).toEqual(said(whole))
    const states = waived.flatMap(({ report }) => report.runs[0]?.waivers ?? [])
    expect(states.map(({ state }) => state)).not.toContain('stale')
  })

  it('each say whose share they are, and what runs elsewhere', () => {
    for (const [place, { report }] of shards.entries()) {
      const [run] = report.runs
      expect(run?.shard).toMatchObject({ index: place + 1, count: COUNT })
      expect(run?.trouble).toEqual([])
    }
    const [first] = shards.map(({ report }) => report.runs[0])
    expect(first?.clauses).toContainEqual(
      expect.objectContaining({ outcome: 'left-out', reason: 'its cases run in other shards' }),
    )
  })

  it('say what one of them alone came to know of its calls', () => {
    const [one, two, three] = shards as [NamedReport, NamedReport, NamedReport]
    const limits = ['each call is a new process: main.py has changed']
    const merged = mergeReports([one, changed(two, { limits }), three])
    expect(merged.runs[0]?.limits).toEqual(limits)
    expect(mergeReports(shards).runs[0]).not.toHaveProperty('limits')
  })

  it('are incomplete where one of them is', () => {
    const [one, two, three] = shards as [NamedReport, NamedReport, NamedReport]
    const stopped = changed(two, { trouble: ['stopped by SIGTERM'] })
    const merged = mergeReports([one, stopped, three])
    expect(merged.runs[0]?.trouble).toEqual(['shard 2 of 3: stopped by SIGTERM'])
    expect(exitCodeOfFile(merged)).toBe(3)

    const { closing: _, ...open } = three.report
    const unclosed = mergeReports([one, two, { ...three, report: open }])
    expect(unclosed.runs[0]?.trouble).toEqual([
      expect.stringContaining('shard-3.json is incomplete: the report has no closing record'),
    ])
    expect(exitCodeOfFile(unclosed)).toBe(3)

    const cut = mergeReports([one, two, { ...three, report: { version: 2, runs: [] } }])
    expect(cut.runs[0]?.trouble).toEqual([expect.stringContaining('shard-3.json is incomplete')])
    expect(exitCodeOfFile(cut)).toBe(3)
  })
})

function changed({ file, report }: NamedReport, change: Partial<RunReport>): NamedReport {
  return { file, report: reportFile(report.runs.map((run) => ({ ...run, ...change }))) }
}

type Three = readonly [NamedReport, NamedReport, NamedReport]

describe('reports that are not the shards of one run', () => {
  it.each<[string, (shards: Three) => readonly NamedReport[], readonly string[]]>([
    [
      'one is of another target',
      ([one, two, three]) => [one, two, changed(three, { target: 'other' })],
      ['shard-1.json and shard-3.json differ in their target: '],
    ],
    [
      'one is of another version and seed',
      ([one, two, three]) => [
        one,
        changed(two, { tool: 'connector-contract 9.9.9', seed: 2 }),
        three,
      ],
      [
        'shard-1.json and shard-2.json differ in their version: ',
        'shard-1.json and shard-2.json differ in their seed: 1 and 2',
      ],
    ],
    [
      'one is of another data source',
      ([one, two, three]) => {
        const data_source = { name: 'x', title: 'The X', hash: 'f'.repeat(64) }
        return [one, two, changed(three, { data_source })]
      },
      ['shard-1.json and shard-3.json differ in their data source: "ABC Security Monitor ('],
    ],
    [
      'one has another plan',
      ([one, two, three]) => [one, two, changed(three, { runs: 6 })],
      ['shard-1.json and shard-3.json differ in their plan: how much is tried: '],
    ],
    [
      'one is there twice',
      ([one, two, three]) => [one, two, { ...two, file: 'copy.json' }, three],
      ['shard-2.json and copy.json are both shard 2 of 3'],
    ],
    ['one is missing', ([one, , three]) => [one, three], ['shard 2 of 3 is missing']],
    [
      'several are missing',
      ([, two]) => [two],
      ['shard 1 of 3 is missing', 'shard 3 of 3 is missing'],
    ],
    [
      'one is a whole run',
      ([one, two, three]) => {
        const runs = three.report.runs.map(({ shard: _, ...run }) => run)
        return [one, two, { file: 'whole.json', report: reportFile(runs) }]
      },
      ['whole.json is the report of a whole run, and of no shard'],
    ],
    [
      'one was divided by another record of costs',
      ([one, two, three]) => {
        const [run] = three.report.runs
        const parts = run?.shard?.parts.slice(1) ?? []
        const shard = run?.shard && { ...run.shard, parts }
        return [one, two, changed(three, shard === undefined ? {} : { shard })]
      },
      ['no report has '],
    ],
  ])('are refused where %s, each reason on a line', (_, choose, lines) => {
    const chosen = choose(shards as Three)
    const error = errorOf(() => mergeReports(chosen))
    expect(error).toBeInstanceOf(UsageError)
    const said = error.message.split('\nerror: ')
    expect(said).toHaveLength(lines.length)
    for (const [place, line] of lines.entries()) expect(said[place]).toContain(line)
  })
})

function errorOf(attempt: () => unknown): Error {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was refused')
}
