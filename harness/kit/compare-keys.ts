import { printable, shorten } from './printable.ts'

/** Named of each kind; a count says the rest. */
const MOST = 4

interface Difference {
  readonly missing: readonly unknown[]
  readonly twice: readonly unknown[]
  readonly foreign: readonly unknown[]
  readonly misplaced: readonly unknown[]
}

/** In what two lists differ, by their keys: what is missing, what is there twice, what never belonged there, what is misplaced. */
export function differenceOf(actual: readonly unknown[], expected: readonly unknown[]): string {
  const { missing, twice, foreign, misplaced } = compared(actual, expected)
  const parts = [
    named('missing', missing),
    named('twice', twice),
    named('not of these', foreign),
    named('in the wrong place', misplaced),
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** The same as what a call did, in counts: `returned 1000 rows, not 1200: 200 missing`. */
export function rowsInWords(actual: readonly unknown[], expected: readonly unknown[]): string {
  const { missing, twice, foreign, misplaced } = compared(actual, expected)
  const counts = [
    counted(missing, 'missing'),
    counted(twice, 'twice'),
    counted(foreign, foreign.length === 1 ? 'that is none of these' : 'that are none of these'),
    counted(misplaced, 'in the wrong place'),
  ].filter((count) => count !== '')
  const rows = `${actual.length === 0 ? 'no' : actual.length} ${actual.length === 1 ? 'row' : 'rows'}`
  const due = actual.length === expected.length ? '' : `, not ${expected.length || 'none'}`
  return `returned ${rows}${due}${actual.length === 0 ? '' : `: ${counts.join(', ')}`}`
}

function counted({ length }: readonly unknown[], what: string): string {
  return length === 0 ? '' : `${length} ${what}`
}

function compared(actual: readonly unknown[], expected: readonly unknown[]): Difference {
  const inPlace = expected.filter((key) => actual.includes(key))
  const given = [...new Set(actual)].filter((key) => expected.includes(key))
  return {
    missing: expected.filter((key) => !actual.includes(key)),
    twice: [...new Set(actual.filter((key, place) => actual.indexOf(key) !== place))],
    foreign: actual.filter((key) => !expected.includes(key)),
    misplaced: given.filter((key, place) => key !== inPlace[place]),
  }
}

/** Rows of the whole result that an answer holds in one piece for a second time: `rows 0 to 3`. */
export function repeatedRows(
  actual: readonly unknown[],
  whole: readonly unknown[],
): string | undefined {
  const from = actual.findIndex((key, place) => actual.indexOf(key) !== place)
  const first = whole.indexOf(actual[from])
  if (from < 0 || first < 0) return undefined
  let length = 1
  while (
    from + length < actual.length &&
    actual[from + length] === whole[first + length] &&
    actual.indexOf(actual[from + length]) < from
  ) {
    length += 1
  }
  return length === 1 ? `row ${first}` : `rows ${first} to ${first + length - 1}`
}

function named(what: string, keys: readonly unknown[]): string {
  if (keys.length === 0) return ''
  const shown = keys
    .slice(0, MOST)
    .map((key) => (typeof key === 'string' ? shorten(key) : printable(key)))
  const more = keys.length > MOST ? [`${keys.length - MOST} more`] : []
  return `${what} ${[...shown, ...more].join(', ')}`
}
