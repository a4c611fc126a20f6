import type { Connection } from '../../../contracts/connection.ts'
import type { Method } from '../../../contracts/method.ts'
import { isMetadata } from '../argument-text.ts'
import { isJson } from '../is-json.ts'

/** Why `StixTransmission` cannot carry these arguments of a method, or undefined where it can. */
export function cannotCarry(
  method: Method,
  args: readonly unknown[],
  { port }: { readonly [Part in keyof Connection]?: unknown } = {},
): string | undefined {
  if (typeof port === 'string') {
    return 'a port as text, which stix-shifter compares with numbers before a module has it'
  }
  for (const [index, argument] of args.entries()) {
    if (argument === undefined) continue
    if (isMetadata(method, index) && isFalseToPython(argument)) {
      return 'metadata that Python takes for false, which StixTransmission leaves out'
    }
    if (!isJson(argument)) return 'an argument that JSON cannot express'
  }
  return undefined
}

/** It asks `if metadata:` before it hands them on. */
function isFalseToPython(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value
  return Object.keys(value).length === 0
}
