import type { Method } from '../../contracts/method.ts'

/** Which argument of a method is metadata: the one that a command line carries as JSON. */
const METADATA_AT: Partial<Record<Method, number>> = { status: 1, results: 3 }

/**
 * A method's arguments as a command line carries them. Source: the connector contract, "Methods".
 *
 * Strings stand for themselves, numbers are decimal, metadata is JSON, strings included. Arguments left
 * undefined at the end are left out.
 */
export function argumentTexts(method: Method, args: readonly unknown[]): string[] {
  const last = args.findLastIndex((argument) => argument !== undefined)
  return args
    .slice(0, last + 1)
    .map((argument, index) => textOf(argument, isMetadata(method, index)))
}

export function isMetadata(method: Method, index: number): boolean {
  return METADATA_AT[method] === index
}

function textOf(argument: unknown, asJson: boolean): string {
  if (asJson) return jsonOf(argument)
  if (typeof argument === 'string') return argument
  // String(1e21) is "1e+21", which no connector could be blamed for not reading.
  if (Number.isInteger(argument)) return BigInt(Number(argument)).toString()
  return typeof argument === 'number' ? String(argument) : jsonOf(argument)
}

function jsonOf(argument: unknown): string {
  try {
    return JSON.stringify(argument) ?? String(argument)
  } catch {
    return String(argument) // circular, or holds a bigint: cannotCarry has said so
  }
}
