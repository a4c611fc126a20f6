import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCheck } from '../../../harness/engine/run-check.ts'
import type { StoredCase } from '../../../harness/engine/run-options.ts'
import { defineCheck } from '../../../harness/kit/define-check.ts'
import { violated } from '../../../harness/kit/expectations.ts'
import { CaseNotApplicable } from '../../../harness/kit/violation.ts'
import { sessionOptions } from '../../support/toy-session.ts'

/** A check of numbers that are made between 0 and 1,000. */
function run(
  judge: (example: number) => void,
  stored: readonly StoredCase[],
  tried: unknown[] = [],
) {
  const check = defineCheck<number>({
    clause: 'PAGE-1',
    claim: 'a good number',
    shows: 'a case',
    cases: () => fc.nat({ max: 1_000 }),
    run: async (_, example) => {
      tried.push(example)
      judge(example)
    },
  })
  const { name: _, ...session } = sessionOptions()
  return runCheck(check, {
    ...session,
    seed: 1,
    runs: 20,
    shrinks: 100,
    stored: { 'PAGE-1': stored },
  })
}

/** Above all numbers that are made, so that only a stored case can find it. */
const noSuchNumber = (example: number) => {
  if (example === 5_000) violated('another number', '5000')
}

describe('a case that is stored', () => {
  it('is tried first', async () => {
    const tried: unknown[] = []
    await run(
      () => {},
      [
        { id: 'a', example: 7_777 },
        { id: 'b', example: 8_888 },
      ],
      tried,
    )
    expect(tried.slice(0, 2)).toEqual([7_777, 8_888])
    expect(tried).toHaveLength(22)
  })

  it('is found again where nothing else is', async () => {
    expect(await run(noSuchNumber, [])).toMatchObject({ state: 'held' })
    expect(await run(noSuchNumber, [{ id: 'a', example: 5_000 }])).toMatchObject({
      state: 'violated',
      violation: { counterexample: 5_000, actual: '5000' },
    })
  })

  it('is said to be fixed where it holds and so does the check', async () => {
    const stored = [
      { id: 'a', example: 7_777 },
      { id: 'b', example: 8_888 },
    ]
    expect(await run(noSuchNumber, stored)).toEqual({ state: 'held', cases: 20, fixed: ['a', 'b'] })
  })

  it('changes nothing about what is found without it', async () => {
    const atLeastTen = (example: number) => {
      if (example >= 10) violated('less than 10', String(example))
    }
    const without = await run(atLeastTen, [])
    expect(without).toMatchObject({ state: 'violated', violation: { counterexample: 10 } })
    expect(await run(atLeastTen, [{ id: 'a', example: 900 }])).toEqual(without)
    expect(await run(atLeastTen, [{ id: 'a', example: 3 }])).toEqual(without)
  })

  it('that cannot be run any more says nothing', async () => {
    const fussy = (example: number) => {
      if (example === 5_000) throw new TypeError('not a case')
      if (example === 6_000) throw new CaseNotApplicable('not here')
    }
    const stored = [
      { id: 'a', example: 5_000 },
      { id: 'b', example: 6_000 },
    ]
    expect(await run(fussy, stored)).toEqual({ state: 'held', cases: 20 })
  })
})
