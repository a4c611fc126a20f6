import { parseDocument } from 'yaml'
import { exactIn } from '../../contracts/given/exact-in.ts'
import { treeProblem } from './plain-tree.ts'

/** The longest file that is read, in bytes. */
export const LONGEST_DESCRIPTION = 256 * 1024
/** How often anchors may be used, weighed by what they hold. */
const MOST_ALIASES = 100

/** What a file holds, or why nothing can be made of it, on one line. */
export type ReadDescription = { readonly value: unknown } | { readonly problem: string }

/** Reads YAML, of which JSON is a part. Nothing of it is run, and no alias makes it larger than it may be. */
export function readDescription(text: string): ReadDescription {
  if (Buffer.byteLength(text) > LONGEST_DESCRIPTION) {
    return { problem: `is longer than ${LONGEST_DESCRIPTION} bytes` }
  }
  try {
    const document = parseDocument(text, {
      ...{ prettyErrors: true, logLevel: 'silent' },
      intAsBigInt: true,
    })
    const [error] = document.errors
    if (error) return { problem: `cannot be read: ${firstLine(error.message)}` }
    const value = exactIn(document.toJS({ maxAliasCount: MOST_ALIASES }))
    const problem = treeProblem(value)
    return problem === undefined ? { value } : { problem }
  } catch (error) {
    return {
      problem: `cannot be read: ${firstLine(error instanceof Error ? error.message : String(error))}`,
    }
  }
}

function firstLine(message: string): string {
  const [line = ''] = message.split('\n')
  return line.replace(/:$/, '')
}
