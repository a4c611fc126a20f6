import type { CallResult } from '../drivers/driver.ts'
import { DEEPEST_VALUE, LARGEST_VALUE } from '../drivers/limits.ts'
import { measureValue } from '../drivers/measure-value.ts'
import { survivesJson } from './printable.ts'

/**
 * A result as checks may work with it: a value that is too large or too deep to be written, compared and
 * kept is no value, so that no connector can exhaust the harness; and what the connector changes later in
 * the object that it gave changes nothing in what it had answered.
 */
export function takeIn(result: CallResult): CallResult {
  if (result.kind !== 'answered') return result
  const { stdout, stderr, value } = result
  try {
    const { characters, depth } = measureValue(value, DEEPEST_VALUE)
    if (characters > LARGEST_VALUE)
      return { kind: 'too-much-output', bytes: characters, stdout, stderr }
    if (depth > DEEPEST_VALUE) {
      const reason = `an answer nested more than ${DEEPEST_VALUE} levels deep, which not every reader of JSON takes`
      return { kind: 'no-value', reason, stdout, stderr }
    }
    return survivesJson(value) ? { ...result, value: structuredClone(value) } : result
  } catch {
    return result // a getter that throws, say: ENV-5 judges that
  }
}
