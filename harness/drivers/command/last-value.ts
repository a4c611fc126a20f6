import { parsePythonLiteral } from './python-literal/parse-python-literal.ts'
import { PythonLiteralError } from './python-literal/python-literal-error.ts'
import { type Budget, startOfBrackets } from './start-of-brackets.ts'
import { stripColours } from './strip-colours.ts'

/** A value, the text that it was read from, or why there is none. */
export type FoundValue =
  | {
      readonly value: unknown
      readonly text: string
      /** Whether other values were written before it. */
      readonly several: boolean
    }
  | { readonly reason: string }

/** A line that is a value without brackets: a string, a number or a word. Anything else is a log line. */
const SCALAR =
  /^(?:[bBrRuU]{0,2}(["']).*\1|[-+]?(?:\d|\.\d)[\w.+-]*|[-+]?(?:nan|inf|NaN|Infinity)|true|false|null|True|False|None|set\(\))$/

/** What the backward search may cost beyond reading the text a few times over, in characters. */
const SPARE_BUDGET = 64 * 1024 * 1024

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
  const budget: Budget = { left: 8 * text.length + SPARE_BUDGET }
  const found = lastIn(text, budget)
  if ('reason' in found) return found
  const { value, text: own, first } = found
  return { value, text: own, several: 'value' in lastIn(text.slice(0, first), budget) }
}

function lastIn(text: string, budget: Budget): Value | { readonly reason: string } {
  let reason: string | undefined
  for (let end = text.length; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const found = valueEndingAt(text, start, end, budget)
    if ('value' in found) return found
    reason ??= found.reason
    end = (found.goOnBefore ?? start) - 1
  }
  return { reason: reason ?? `Standard output holds no value; it ends in: ${excerpt(text)}` }
}

/** `goOnBefore`: where the lines begin that turned out to be no value together. */
type Tried = Value | Missed
/** `first`: where its lines begin. */
type Value = { readonly value: unknown; readonly text: string; readonly first: number }
type Missed = { readonly reason?: string; readonly goOnBefore?: number }

function valueEndingAt(text: string, start: number, end: number, budget: Budget): Tried {
  const line = text.slice(start, end).trim()
  if (SCALAR.test(line)) return parsed(line, start)
  if (!'}])'.includes(line.at(-1) ?? ' ')) return {}
  if ('{[('.includes(line.charAt(0))) {
    const whole = parsed(line, start)
    if ('value' in whole) return whole
  }
  const opening = startOfBrackets(text, start + text.slice(start, end).trimEnd().length - 1, budget)
  if (opening === undefined) return {}
  const first = text.lastIndexOf('\n', opening) + 1
  const isBehindPrefix = text.slice(first, opening).trim() !== ''
  return isBehindPrefix ? { goOnBefore: first } : parsed(text.slice(opening, end).trim(), first)
}

/** JSON first: what both notations can be read as means the same, and JSON.parse is the faster. */
function parsed(text: string, first: number): Tried {
  try {
    return { value: JSON.parse(text) as unknown, text, first }
  } catch {
    return parsedAsPython(text, first)
  }
}

function parsedAsPython(text: string, first: number): Tried {
  try {
    return { value: parsePythonLiteral(text), text, first }
  } catch (error) {
    if (!(error instanceof PythonLiteralError)) throw error
    const reason = `${excerpt(text)} is neither JSON nor a Python literal: ${error.message}.`
    return { reason, goOnBefore: first }
  }
}

function excerpt(text: string): string {
  const [longest, trimmed] = [80, text.trim()]
  return JSON.stringify(trimmed.length > longest ? `…${trimmed.slice(-longest)}` : trimmed)
}
