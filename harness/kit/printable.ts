import { inspect } from 'node:util'
import { survivesJson } from '../../contracts/survives-json.ts'
import { noteOfCut } from '../text/cut-text.ts'
import { visible } from '../text/visible.ts'

/** Longer texts are cut in reports; the counterexample itself is stored whole. */
const LONGEST = 600

/** Above it a text is cut before its control characters are written out, which counts them as they are. */
const LONG = 1_000_000

/** A line of an error's stack: up to its last position, since what surrounds the error follows it. */
const FRAME = /\n\s+at [^\n]*(?::\d+:\d+\)?|\(<anonymous>\))/g

/**
 * Any value of a connector as one line of text: JSON where the value is JSON, Node's own notation where
 * it is not (a date, NaN, a circular reference). Never throws.
 */
export function printable(value: unknown, longest: number = LONGEST): string {
  const text = survivesJson(value) ? JSON.stringify(value) : inNodesNotation(value)
  return visiblyShort(text, longest)
}

/** What is cut off anyway need not be made visible, which is dear for megabytes. */
function visiblyShort(text: string, longest: number): string {
  if (text.length <= LONG + 2 * longest) return shorten(visible(text), longest)
  const half = Math.floor(longest / 2)
  const [head, tail] = [visible(text.slice(0, half)), visible(text.slice(-half))]
  return `${head.slice(0, half)} …(${text.length - 2 * half} characters)… ${tail.slice(-half)}`
}

/** A text cut in the middle, so that both ends can be seen, with the number of characters left out. */
export function shorten(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text
  const half = Math.floor(longest / 2)
  const note = noteOfCut(text)
  if (note !== undefined) return `${text.slice(0, half)}${note}${text.slice(-half)}`
  return `${text.slice(0, half)} …(${text.length - 2 * half} characters)… ${text.slice(-half)}`
}

function inNodesNotation(value: unknown): string {
  try {
    const text = inspect(value, {
      depth: 6,
      breakLength: Number.POSITIVE_INFINITY,
      compact: true,
      customInspect: false,
    })
    // An error is shown with its stack, which says where this machine keeps its files.
    return text.replaceAll(FRAME, '').replaceAll(/\s*\n\s*/g, ' ')
  } catch (error) {
    return `<a value that cannot be shown: ${error instanceof Error ? error.message : String(error)}>`
  }
}
