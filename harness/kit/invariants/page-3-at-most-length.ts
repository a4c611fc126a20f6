import { Records } from '../../../contracts/envelopes.ts'
import type { Answer } from '../answer.ts'
import { countOf } from '../count-of.ts'
import { describeByKeys } from '../expectations.ts'
import { defineInvariant } from './invariant.ts'

/** PAGE-3. A caller that asks for so many rows has room for so many, whatever metadata it hands back. */
export default defineInvariant({
  clause: 'PAGE-3',
  aspect: 'every answer',
  claim: 'at most `length` rows come back',
  concerns: ({ answer }) => rowsIn(answer) !== undefined && lengthOf(answer) !== undefined,
  judge({ answer }) {
    const [rows = 0, length = 0] = [rowsIn(answer), lengthOf(answer)]
    if (rows <= length) return undefined
    return { expected: `at most ${length} rows`, actual: describeByKeys(answer) }
  },
})

function rowsIn({ method, reading }: Answer): number | undefined {
  if (method !== 'results' || reading.kind !== 'success') return undefined
  const { data } = reading.envelope
  if (Array.isArray(data)) return data.length
  // What is no list of rows is left to ENV-1.
  const records = Records.safeParse(data)
  return records.success ? records.data.length : undefined
}

/** One that is no count is left to PAGE-5. */
function lengthOf({ arguments: [, , length] }: Answer): number | undefined {
  return countOf(length)
}
