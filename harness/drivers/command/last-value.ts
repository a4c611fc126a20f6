import { nestsDeeper } from '../../text/json-depth.ts'
import { DEEPEST, TOO_DEEP } from '../answered.ts'
import { parsePythonLiteral } from './python-literal/parse-python-literal.ts'
import { PythonLiteralError, TooDeep } from './python-literal/python-literal-error.ts'
import { isScalar } from './scalar.ts'
import { type Budget, startOfBrackets } from './start-of-brackets.ts'
import { stripColours } from './strip-colours.ts'

/** A value, the text that it was read from, or why there is none. */
export type FoundValue =
  | {
      readonly value: unknown
      readonly text: string
      /** Whether other values were written before it. */
      readonly several: boolean
      /** What was written behind it, without blanks at its ends. */
      readonly behind: string
    }
  | { readonly reason: string }

/** What the backward search may cost beyond reading the text a few times over, in characters. */
const SPARE_BUDGET = 32 * 1024 * 1024
/** How often a value is looked for where a line ends as one does: log lines in brackets are no more than that. */
const MOST_TRIED = 20_000

/**
 * The last complete JSON value or Python literal in what a command wrote, or undefined.
 * Source: the connector contract, "Methods".
 *
 * A value takes whole lines, one or many; lines before and after it are log lines. A value behind a
 * prefix on its line is none, nor is a part of such a value.
 */
export function lastValue(stdout: string): { value: unknown; text: string } | undefined {
  const found = findLastValue(stdout)
  return 'value' in found ? { value: found.value, text: found.text } : undefined
}

/** `lastValue`, with the reason where there is none, and whether it is the only one. */
export function findLastValue(stdout: string): FoundValue {
  const text = stripColours(stdout)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r', '\n')
  if (text.trim() === '') return { reason: 'Standard output is empty.' }
  const budget: Bounds = { left: 4 * text.length + SPARE_BUDGET, tries: MOST_TRIED }
  const found = lastIn(text, budget)
  if ('reason' in found) return { reason: found.reason }
  const { value, text: own, first, end } = found
  const several = 'value' in lastIn(text.slice(0, first), budget)
  return { value, text: own, several, behind: text.slice(end).trim() }
}

/** What may still be spent: a text that is tried costs far more than its characters. */
interface Bounds extends Budget {
  tries: number
}

function lastIn(text: string, budget: Bounds): Last | { readonly reason: string } {
  let reason: string | undefined
  for (let end = text.length; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const found = valueEndingAt(text, start, end, budget)
    if ('value' in found) return { ...found, end }
    if (found.isLast) return found
    reason ??= found.reason
    end = (found.goOnBefore ?? start) - 1
    if (budget.tries <= 0)
      return { reason: `${NONE_TRIED}${reason === undefined ? '' : `; ${reason}`}` }
  }
  return { reason: reason ?? `Standard output holds no value; it ends in: ${excerpt(text)}` }
}

const NONE_TRIED = `None of the last ${MOST_TRIED.toLocaleString('en')} texts on standard output that end as a value does is one`

/**
 * `goOnBefore`: where the lines begin that turned out to be no value together. `isLast`: it is the last value, and
 * none that can be read.
 */
type Tried = Value | Missed | Unreadable
/** `first`: where its lines begin. */
type Value = { readonly value: unknown; readonly text: string; readonly first: number }
/** `end`: where its last line ends. */
type Last = Value & { readonly end: number }
type Missed = { readonly reason?: string; readonly goOnBefore?: number; readonly isLast?: never }
type Unreadable = { readonly reason: string; readonly isLast: true }

function valueEndingAt(text: string, start: number, end: number, budget: Bounds): Tried {
  const line = text.slice(start, end).trim()
  if (isScalar(line)) return parsed(line, start, budget)
  if (!'}])'.includes(line.at(-1) ?? ' ')) return {}
  const isWhole = '{[('.includes(line.charAt(0))
  const whole = isWhole ? parsed(line, start, budget) : {}
  if ('value' in whole || whole.isLast) return whole
  const opening = startOfBrackets(text, start + text.slice(start, end).trimEnd().length - 1, budget)
  if (opening === undefined) return {}
  const first = text.lastIndexOf('\n', opening) + 1
  const isBehindPrefix = text.slice(first, opening).trim() !== ''
  if (isBehindPrefix) return { goOnBefore: first }
  return isWhole && first === start ? whole : parsed(text.slice(opening, end).trim(), first, budget)
}

/** JSON first: what both notations can be read as means the same, and JSON.parse is the faster. */
function parsed(text: string, first: number, budget: Bounds): Tried {
  budget.tries -= 1
  // Brackets in a string of Python's count here too, and it reads no others that are so deep.
  const isDeep = nestsDeeper(text, DEEPEST)
  try {
    if (!isDeep) return { value: JSON.parse(text) as unknown, text, first }
  } catch {
    // Python's notation, if any.
  }
  try {
    return { value: parsePythonLiteral(text), text, first }
  } catch (error) {
    if (!(error instanceof PythonLiteralError)) throw error
    if (isDeep && error instanceof TooDeep) return { reason: TOO_DEEP, isLast: true }
    const reason = `${excerpt(text)} is neither JSON nor a Python literal: ${error.message}.`
    return { reason, goOnBefore: first }
  }
}

function excerpt(text: string): string {
  const [longest, trimmed] = [80, text.trim()]
  return JSON.stringify(trimmed.length > longest ? `…${trimmed.slice(-longest)}` : trimmed)
}
