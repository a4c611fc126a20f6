import { firstNoJson, type Part, survivesJson } from '../../../contracts/survives-json.ts'
import { printable } from '../printable.ts'
import { defineInvariant } from './invariant.ts'

/** ENV-5. An answer is plain JSON: written and read again, it is the same. */
export default defineInvariant({
  clause: 'ENV-5',
  claim: 'an answer survives a JSON round trip unchanged',
  // One without a value is left to ENV-1, and `is_async` that gives nothing back to MODE-1.
  concerns: ({ answer: { method, result } }) => method !== 'is_async' && result.kind === 'answered',
  judge({ answer: { result } }) {
    if (result.kind !== 'answered' || survivesJson(result.value)) return undefined
    return {
      expected: 'a value that is plain JSON',
      actual: describePart(firstNoJson(result.value)),
    }
  },
})

/** The answer itself stands among the calls. */
function describePart({ path, value }: Part): string {
  if (path.length === 0) return printable(value)
  const at = path.map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`)).join('')
  return `${printable(at.replace(/^\./, '')).slice(1, -1)} is ${value instanceof Date ? 'a Date, ' : ''}${printable(value)}`
}
