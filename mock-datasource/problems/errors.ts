import type { Code, Errors } from '../../contracts/data-source/errors.ts'
import { type DefinitionProblem, quoted } from './problem.ts'

/** Codes that are named and not there, or that mean two things. */
export function* errorProblems(errors: Errors): Generator<DefinitionProblem> {
  const { table, roles, ofAnyCode, usual, unlisted } = errors
  const codes = Object.keys(table)
  const unlistedToo = [...codes, unlisted.usual]
  for (const [role, code] of Object.entries(roles)) {
    if (!codes.includes(code)) yield notInTable(`errors.roles.${role}`, code, codes)
  }
  for (const [index, code] of ofAnyCode.entries()) {
    if (!codes.includes(code)) yield notInTable(`errors.ofAnyCode.${index}`, code, codes)
  }
  for (const [index, code] of usual.entries()) {
    if (!unlistedToo.includes(code)) yield notInTable(`errors.usual.${index}`, code, unlistedToo)
  }
  yield* unlistedProblems(errors)
  yield* meaningProblems(errors)
  if (errors.codes !== 'texts') yield* numberProblems(errors)
}

function notInTable(place: string, code: Code, allowed: readonly Code[]): DefinitionProblem {
  return { place, found: `${quoted(code)} is not in errors.table`, allowed }
}

function* unlistedProblems({ table, unlisted, codes }: Errors): Generator<DefinitionProblem> {
  const named = [
    ['errors.unlisted.usual', unlisted.usual],
    ...unlisted.telling.map((code, index) => [`errors.unlisted.telling.${index}`, code]),
  ] as const
  for (const [place = '', code = ''] of named) {
    if (Object.hasOwn(table, code)) yield { place, found: `${quoted(code)} is in errors.table` }
  }
  const { made } = unlisted
  if (made === undefined) return
  const place = 'errors.unlisted.made'
  if (codes !== 'integers')
    yield { place, found: `is for codes that are integers, and these are ${codes}` }
  if (made.min > made.max)
    yield { place, found: `has a min of ${made.min} above its max of ${made.max}` }
}

function* meaningProblems({ table, ofAnyCode }: Errors): Generator<DefinitionProblem> {
  for (const [code, { means }] of Object.entries(table)) {
    const place = `errors.table.${code}`
    const isOfAny = ofAnyCode.includes(code)
    if (means === undefined && !isOfAny) {
      yield { place, found: 'has no means, and errors.ofAnyCode does not name it' }
    }
    if (means !== undefined && isOfAny) {
      yield { place, found: 'has means, and errors.ofAnyCode names it too' }
    }
  }
}

/** What a code has to look like, and is called. */
const FORMS = {
  integers: [/^-?\d+$/, 'whole number'],
  statuses: [/^[2-5]\d\d$/, 'HTTP status'],
  texts: [/^/, 'text'],
} as const satisfies Record<Errors['codes'], readonly [RegExp, string]>

function* numberProblems({ table, unlisted, codes }: Errors): Generator<DefinitionProblem> {
  const places = [
    ...Object.keys(table).map((code) => [`errors.table.${code}`, code]),
    ['errors.unlisted.usual', unlisted.usual],
    ...unlisted.telling.map((code, index) => [`errors.unlisted.telling.${index}`, code]),
  ] as const
  for (const [place = '', code = ''] of places) {
    const [pattern, what] = FORMS[codes]
    if (pattern.test(code)) continue
    yield { place, found: `${quoted(code)} is no ${what}, though errors.codes is "${codes}"` }
  }
}
