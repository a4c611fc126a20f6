import { isObject } from '../../kit/answer.ts'
import { shorten } from '../../kit/printable.ts'
import { DEEPEST_GIVEN, nestsDeeper } from '../../text/json-depth.ts'
import { visible } from '../../text/visible.ts'

/** How much of a JSON value is shown: of each row its key alone, so many items of a list, so long texts. */
interface Limits {
  readonly wholeRows: boolean
  readonly items: number
  readonly text: number
}

const ALL: Limits = { wholeRows: true, items: Number.POSITIVE_INFINITY, text: 400 }
/** From the whole value to what is left of it when there is little room. */
const LEVELS: readonly Limits[] = [
  ALL,
  { ...ALL, wholeRows: false },
  { wholeRows: false, items: 5, text: 80 },
  { wholeRows: false, items: 3, text: 40 },
  { wholeRows: false, items: 2, text: 16 },
]
/** A row of results has more fields than any object that is not one. */
const FEW_FIELDS = 4

/**
 * A text on one line of at most so many characters. Where it is JSON, or ends in JSON, that is cut where a
 * reader misses least: fields of rows first, then rows from the middle, then texts.
 */
export function brief(text: string, width: number): string {
  const { before, value } = jsonAtTheEndOf(text)
  if (value === undefined) return shortenTo(visible(text), width)
  const lead = visible(before)
  for (const limits of LEVELS) {
    const shown = lead + visible(print(value.json, limits))
    if (shown.length <= width) return shown
  }
  return shortenTo(lead + visible(print(value.json, LEVELS.at(-1) ?? ALL)), width)
}

/** `shorten`, its note of what was left out included. */
function shortenTo(text: string, width: number): string {
  const NOTE = ' …(99999 characters)… '.length
  return text.length <= width ? text : shorten(text, Math.max(2, width - NOTE))
}

function jsonAtTheEndOf(text: string): { before: string; value?: { json: unknown } } {
  const start = text.search(/[[{]/)
  if (start < 0 || nestsDeeper(text, DEEPEST_GIVEN)) return { before: text }
  try {
    return { before: text.slice(0, start), value: { json: JSON.parse(text.slice(start)) } }
  } catch {
    return { before: text }
  }
}

function print(value: unknown, limits: Limits, isInList = false): string {
  if (typeof value === 'string') return JSON.stringify(cut(value, limits.text))
  if (Array.isArray(value)) return `[${items(value, limits).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value)
  const key = limits.wholeRows ? undefined : keyOfRow(value, isInList)
  const shown = key === undefined ? members : members.filter(([name]) => name === key)
  const printed = shown.map(([name, member]) => `${JSON.stringify(name)}:${print(member, limits)}`)
  return `{${[...printed, ...(key === undefined ? [] : ['…'])].join(',')}}`
}

/** The member that a row is told by: its id, or else its first; undefined where an object is no row. */
function keyOfRow(value: Readonly<Record<string, unknown>>, isInList: boolean): string | undefined {
  const names = Object.keys(value)
  if (names.length <= FEW_FIELDS) return undefined
  if (names.includes('id')) return 'id'
  return isInList ? names[0] : undefined
}

function items(list: readonly unknown[], limits: Limits): readonly string[] {
  const printed = (part: readonly unknown[]) => part.map((item) => print(item, limits, true))
  const left = list.length - limits.items
  if (left <= 0) return printed(list)
  return [
    ...printed(list.slice(0, limits.items - 1)),
    ` … ${left} more … `,
    ...printed(list.slice(-1)),
  ]
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const half = Math.floor(longest / 2)
  return `${text.slice(0, half)}…${text.slice(-half)}`
}
