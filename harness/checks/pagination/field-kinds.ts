import { isDeepStrictEqual } from 'node:util'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Answer } from '../../kit/answer.ts'

/** What a row may hold in place of a text, as JSON has it. */
export interface FieldKind {
  /** The value, and perhaps further members behind it. */
  readonly json: string
  /** Whether any data source's texts may be so, and not only those of one whose rows may hold anything. */
  readonly isText?: true
  /** Whether a failure will do: JSON does not say what the value is. */
  readonly mayFail?: true
  /** What will do in the field, where that is more than the value itself. */
  readonly accepts?: (value: unknown, answer: Answer) => boolean
}

const BEYOND = '9007199254740993'

/** By a name for each; the most telling first. */
export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = {
  'an integer beyond 2^53': { json: BEYOND, accepts: isBeyond },
  'a nested object': { json: '{"a":{"b":[1,null,"x"]},"c":{},"d.e":false}' },
  'a list': { json: '[1,"two",{"three":3},[],null]' },
  'a fraction': { json: '0.1' },
  'a small fraction': { json: '-1.5e-7' },
  true: { json: 'true' },
  false: { json: 'false' },
  'an empty text': { json: '""', isText: true },
  'a text of 100 KB': { json: `"${'0123456789abcdef'.repeat(6_400)}"`, isText: true },
  'names of all sorts': {
    json: '"x","with.dots.in-it":1,"with-dashes":2,"UPPER_Case":3,"with blanks":4,"größe":5,"7":6',
  },
  'an object with a name twice': { json: '{"a":1,"a":2}', mayFail: true, accepts: isEither },
  'half of a surrogate pair': {
    json: '"\\ud83d"',
    mayFail: true,
    accepts: (value) => value === null || typeof value === 'string',
  },
}

/** The kinds that rows of such a data source may hold. */
export function fieldKindsFor({ anything }: RowFacts): readonly string[] {
  const names = Object.keys(FIELD_KINDS)
  return anything ? names : names.filter((name) => FIELD_KINDS[name]?.isText)
}

/** Times as RFC 3339 has them: with no, three and six digits behind the second, and with offsets. */
export const TIMES = [
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:01.500Z',
  '2026-01-01T00:00:02.123456Z',
  '2026-01-01T02:00:03+02:00',
  '2025-12-31T18:30:04.000001-05:30',
] as const

/** The first or the last: JSON leaves it to who reads it. */
function isEither(value: unknown): boolean {
  return [1, 2].some((a) => isDeepStrictEqual(value, { a }))
}

/** Its digits, as a number or, in a language that has no such numbers, as a text. */
function isBeyond(value: unknown, { result, reading, isRounded }: Answer): boolean {
  if (value === BEYOND) return true
  if (value !== Number(BEYOND)) return false
  if (isRounded) return true
  const data = reading.kind === 'success' ? reading.envelope['data'] : undefined
  // What the harness reads, it rounds; the digits are where it has read them.
  return [result.stdout, data].some((text) => typeof text === 'string' && text.includes(BEYOND))
}
