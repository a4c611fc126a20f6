import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinParts, type PartResult } from '../../../harness/engine/found/join-parts.ts'
import type { Part } from '../../../harness/engine/part.ts'
import type { CheckDefinition } from '../../../harness/kit/define-check.ts'
import { violated } from '../../../harness/kit/expectations.ts'
import { MOST, RUNS, runToyCheck } from '../../support/run-toy-check.ts'

const coverage = { methods: [], faults: [], codes: [] }

/** Each part by itself, as on machines of their own, and then put together in another order. */
async function inParts(definition: Partial<CheckDefinition<number>>, parts: readonly Part[]) {
  const results: PartResult[] = []
  for (const part of parts.toReversed()) {
    const result = await runToyCheck(definition, { part })
    results.push({ ...part, check: 'PAGE-1 toy', result, coverage, milliseconds: 1 })
  }
  return joinParts(results).result
}

/** The listed cases, and made ones cut at these places. */
function partsAt(cuts: readonly number[]): readonly Part[] {
  const ends = [...new Set([...cuts, RUNS])].sort((one, other) => one - other)
  const made = ends.map((to, index) => ({ listed: false, from: ends[index - 1] ?? 0, to }))
  return [{ listed: true, from: 0, to: 0 }, ...made]
}

const cuts = fc.uniqueArray(fc.integer({ min: 1, max: RUNS - 1 }), { maxLength: 5 })
const listed = fc.array(fc.nat({ max: MOST }), { minLength: 1, maxLength: 6 })

it('what parts say together is what the check says, wherever it is cut and whatever fails', async () => {
  const remainder = fc.integer({ min: 1, max: 12 })
  await fc.assert(
    fc.asyncProperty(cuts, listed, remainder, async (places, always, divisor) => {
      const definition: Partial<CheckDefinition<number>> = {
        always: () => always,
        run: async (_, example) => {
          if (example % divisor === 1) violated('another number', String(example))
        },
      }
      const whole = await runToyCheck(definition)
      expect(await inParts(definition, partsAt(places))).toEqual(whole)
    }),
    { numRuns: 25 },
  )
})

it('a part tries its own cases alone, in the sessions that they have in the whole', async () => {
  const triedIn = async (part?: Part) => {
    const tried: unknown[] = []
    await runToyCheck(
      {
        always: () => [1, 2],
        run: async ({ dataSource }, example) => {
          tried.push([example, dataSource.control.settings().accounts])
        },
      },
      part === undefined ? {} : { part },
    )
    return tried
  }
  const whole = await triedIn()
  const parts = [
    await triedIn({ listed: true, from: 0, to: 3 }),
    await triedIn({ listed: false, from: 3, to: 4 }),
    await triedIn({ listed: false, from: 4, to: RUNS }),
  ]
  expect(parts.map(({ length }) => length)).toEqual([5, 1, RUNS - 4])
  expect(parts.flat()).toEqual(whole)
})
