import { survivesJson } from '../../../contracts/survives-json.ts'
import type { CallResult } from '../../drivers/driver.ts'

/**
 * A result that stays as it was: what the connector changes later in the object that it gave, which it may
 * use again, changes nothing in what it had answered. What is no JSON stays itself, for ENV-5 to judge.
 */
export function asItWas(result: CallResult): CallResult {
  if (result.kind !== 'answered' || !survivesJson(result.value)) return result
  return { ...result, value: structuredClone(result.value) }
}
