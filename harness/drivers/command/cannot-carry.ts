import type { Method } from '../../../contracts/method.ts'
import { argumentTexts, isMetadata } from '../argument-text.ts'

/** In bytes. Linux takes no argument over 128 KiB; the contract asks for 100 (MODE-3). */
const LONGEST_ARGUMENT = 100 * 1024

/** Why a command line cannot carry these arguments of a method, or undefined where it can. */
export function cannotCarry(method: Method, args: readonly unknown[]): string | undefined {
  const last = args.findLastIndex((argument) => argument !== undefined)
  for (const [index, argument] of args.slice(0, last + 1).entries()) {
    const reason = isMetadata(method, index) ? noJson(argument) : noText(argument)
    if (reason !== undefined) return reason
  }
  const tooLong = argumentTexts(method, args).find(
    (text) => Buffer.byteLength(text) > LONGEST_ARGUMENT,
  )
  return tooLong === undefined ? undefined : 'an argument over 100 KiB'
}

function noJson(metadata: unknown): string | undefined {
  try {
    return JSON.stringify(metadata) === undefined ? 'metadata that JSON cannot express' : undefined
  } catch {
    return 'metadata that JSON cannot express'
  }
}

function noText(argument: unknown): string | undefined {
  if (typeof argument === 'number') return undefined
  if (typeof argument !== 'string') return 'an argument that is neither a string nor a number'
  if (argument.includes('\0')) return 'a NUL character: the operating system would end the argument'
  return argument.isWellFormed() ? undefined : 'half of a surrogate pair: UTF-8 has no bytes for it'
}
