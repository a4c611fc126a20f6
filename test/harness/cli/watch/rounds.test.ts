import { describe, expect, it } from 'vitest'
import type { VerifyEnd } from '../../../../harness/cli/verify-process.ts'
import { rounds } from '../../../../harness/cli/watch/rounds.ts'
import { exitCodeOfFile, reportFile } from '../../../../harness/report/record/report-file.ts'
import type { ClauseOutcome } from '../../../../harness/report/record/run-report.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

/** A run that says so of PAGE-1. */
function end(outcome: Extract<ClauseOutcome, 'held' | 'violated'>): VerifyEnd {
  const { clause, check, level, claim } = madeViolation()
  const report = reportFile([
    madeReport({
      plan: { checks: ['PAGE-1'], leftOut: [], notApplicable: [] },
      clauses: [clauseReport('PAGE-1', outcome)],
      checks: [{ check, clause, level, claim, state: outcome, cases: { tried: 3, planned: 3 } }],
      violations: outcome === 'held' ? [] : [madeViolation()],
    }),
  ])
  return { exitCode: exitCodeOfFile(report), report, said: '' }
}

const WRONG_USE: VerifyEnd = { exitCode: 2, report: undefined, said: '' }

interface Script {
  readonly ends: readonly VerifyEnd[]
  /** What has changed by the end of each run; nothing where it is not said. */
  readonly during?: readonly (readonly string[])[]
  /** What each waiting ends with. Ctrl-C comes where there is no more. */
  readonly waits: readonly (readonly string[])[]
}

/** Lets the rounds go through a script, and notes what happens in which order. */
async function play({ ends, during = [], waits }: Script) {
  const stop = new AbortController()
  const events: string[] = []
  let ran = 0
  let taken = 0
  let waited = 0
  const exitCode = await rounds({
    verify: async (isFirst) => {
      events.push(isFirst ? 'first run' : 'run')
      const result = ends[ran]
      ran += 1
      if (result !== undefined) return result
      stop.abort()
      return { exitCode: 3, report: undefined, said: '' }
    },
    changes: {
      take: () => during[taken++] ?? [],
      next: async () => {
        events.push('wait')
        const changed = waits[waited]
        waited += 1
        if (changed === undefined) stop.abort()
        return changed ?? []
      },
    },
    say: (words) => events.push(words),
    stop: stop.signal,
  })
  const said = events.filter((event) => !['run', 'first run', 'wait'].includes(event))
  return { exitCode, order: events.filter((event) => !said.includes(event)), said: said.join('') }
}

describe('verify --watch', () => {
  it('runs, waits for a change, and runs again', async () => {
    const { order, exitCode } = await play({ ends: [end('held'), end('held')], waits: [['a.ts']] })
    expect(order).toEqual(['first run', 'wait', 'run', 'wait'])
    expect(exitCode).toBe(0)
  })

  it('shows what a change has broken, with the line that brings it back', async () => {
    const { said, exitCode } = await play({
      ends: [end('held'), end('violated')],
      waits: [[`${process.cwd()}/a.ts`]],
    })
    expect(said).toContain('a.ts changed')
    expect(said).toMatch(/newly broken +PAGE-1/)
    expect(said).toContain('PAGE-1: expected "rows b, c", got "rows a, b"'.replaceAll('"', ''))
    expect(said).toContain('verify abc --only PAGE-1')
    expect(exitCode).toBe(1)
  })

  it('shows what a change has fixed, and what is still broken', async () => {
    const fixed = await play({ ends: [end('violated'), end('held')], waits: [['a.ts']] })
    expect(fixed.said).toMatch(/newly fixed +PAGE-1/)
    expect(fixed.exitCode).toBe(0)
    const still = await play({ ends: [end('violated'), end('violated')], waits: [['a.ts']] })
    expect(still.said).toMatch(/still broken +PAGE-1/)
    expect(still.said).not.toContain('newly')
  })

  it('compares with the last report that there is, and shows the first one whole', async () => {
    const { said, order } = await play({
      ends: [WRONG_USE, end('violated'), WRONG_USE, end('held')],
      waits: [['a.ts'], ['a.ts'], ['a.ts']],
    })
    expect(order.filter((event) => event !== 'wait')).toEqual([
      'first run',
      'first run',
      'run',
      'run',
    ])
    expect(said).toContain('verify was not run: see above')
    expect(said).toMatch(/newly fixed +PAGE-1/)
  })

  it('says why there is no verdict, and compares with the run before that', async () => {
    const report = reportFile([madeReport({ trouble: ['the connector does not start'] })])
    const { said, exitCode } = await play({
      ends: [end('violated'), { exitCode: 3, report, said: '' }, end('held')],
      waits: [['a.ts'], ['a.ts']],
    })
    expect(said).toContain(
      '  the connector does not start\nabc no verdict: the run is incomplete\n',
    )
    expect(said).toMatch(/newly fixed +PAGE-1/)
    expect(exitCode).toBe(0)
  })

  it('goes on at once where something has changed while it ran', async () => {
    const { order } = await play({
      ends: [end('held'), end('held')],
      during: [['a.ts'], []],
      waits: [],
    })
    expect(order).toEqual(['first run', 'run', 'wait'])
  })

  it('does not run for ever where each run changes a file', async () => {
    const { order, said } = await play({
      ends: [end('held'), end('held'), end('held')],
      during: [['out.txt'], ['out.txt'], ['out.txt']],
      waits: [['a.ts']],
    })
    expect(order).toEqual(['first run', 'run', 'wait', 'run', 'wait'])
    expect(said).toContain('out.txt changed while verify ran, as before')
  })

  it('ends with the exit code of the last run that came to its end', async () => {
    const whileRunning = await play({ ends: [end('violated')], waits: [['a.ts']] })
    expect(whileRunning).toMatchObject({ exitCode: 1, order: ['first run', 'wait', 'run'] })
    expect(await play({ ends: [], waits: [] })).toMatchObject({ exitCode: 3 })
  })
})
