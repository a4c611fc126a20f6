import { isDeepStrictEqual } from 'node:util'
import type { Method } from '../../../contracts/method.ts'
import { isMetadata } from '../argument-text.ts'
import { MEMBERS } from './host-request.ts'

/** From here on JavaScript writes whole numbers as `1e+21`, which Python reads as a fraction. */
const LARGEST_WHOLE = 1e21

/** Why stix-shifter's host does not hand these arguments to the connector, or undefined where it does. */
export function cannotCarry(method: Method, args: readonly unknown[]): string | undefined {
  if (args.some((argument, index) => isMetadata(method, index) && argument !== undefined)) {
    return "metadata: stix-shifter's host does not hand it on to the connector"
  }
  const given = MEMBERS[method].map((_, index) => args[index])
  if (given.some((argument) => argument === undefined)) {
    return "an argument left out: stix-shifter's host refuses the request itself"
  }
  if (given.every(survivesJson)) return undefined
  return 'an argument that JSON does not express'
}

function survivesJson(argument: unknown): boolean {
  if (typeof argument === 'number' && Math.abs(argument) >= LARGEST_WHOLE) return false
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(argument)), argument)
  } catch {
    return false
  }
}
