import type { Description } from '../../contracts/data-source/description.ts'
import { ERROR_ROLES, type ErrorRole } from '../../contracts/data-source/roles.ts'
import { codeOf } from './failure.ts'
import type { Mistake } from './mistake.ts'
import { isAsynchronous } from './modes.ts'

const OF_BOTH_MODES: readonly ErrorRole[] = [
  ...(['unauthenticated', 'forbidden', 'bad_parameter', 'general', 'no_such_resource'] as const),
]

/** The roles without which something that may happen could not be told. */
function rolesNeeded(description: Description): readonly ErrorRole[] {
  return [
    ...OF_BOTH_MODES,
    ...(isAsynchronous(description) ? (['no_such_search'] as const) : []),
    ...(description.operations.results === undefined ? [] : (['running'] as const)),
    ...(description.query.refused === undefined ? [] : (['bad_query'] as const)),
  ]
}

/** What of a description's errors contradicts itself, or leaves something open that is asked of it. */
export function* errorMistakes(description: Description): Generator<Mistake> {
  const { errors, operations } = description
  const allowed = Object.keys(errors.table)
  const needed = rolesNeeded(description)
  for (const role of ERROR_ROLES) {
    const place = `errors.roles.${role}`
    const code = codeOf(errors.roles[role])
    if (code === undefined) {
      if (needed.includes(role)) yield { place, found: 'is missing' }
    } else if (!allowed.includes(code)) {
      const found = `${JSON.stringify(code)} is not in errors.table`
      yield { place, found, written: code, allowed }
    }
  }
  for (const [index, code] of errors.unlisted.codes.entries()) {
    if (!allowed.includes(code)) continue
    const found = `${JSON.stringify(code)} is in errors.table`
    yield { place: `errors.unlisted.codes.${index}`, found }
  }
  yield* tableMistakes(errors, Object.keys(operations))
  if (errors.known_by === 'status') yield* statusMistakes(errors)
}

function* tableMistakes(
  { table, known_by: knownBy }: Description['errors'],
  operations: readonly string[],
): Generator<Mistake> {
  for (const [code, { http, at = [] }] of Object.entries(table)) {
    const place = `errors.table.${code}`
    if (http === undefined && knownBy !== 'status') {
      yield { place: `${place}.http`, found: 'is missing' }
    }
    for (const [index, operation] of at.entries()) {
      if (operations.includes(operation)) continue
      const found = `${JSON.stringify(operation)} is not in operations`
      yield { place: `${place}.at.${index}`, found, written: operation, allowed: operations }
    }
  }
}

/** Where the HTTP status is all that tells errors apart, it is their code. */
function* statusMistakes({ table, unlisted }: Description['errors']): Generator<Mistake> {
  const named = [
    ...Object.keys(table).map((code) => [`errors.table.${code}`, code]),
    ...unlisted.codes.map((code, index) => [`errors.unlisted.codes.${index}`, code]),
  ] as const
  for (const [place = '', code = ''] of named) {
    if (/^[2-5]\d\d$/.test(code)) continue
    yield { place, found: 'is no HTTP status, though errors.known_by is status' }
  }
  for (const [code, { http }] of Object.entries(table)) {
    if (http === undefined || String(http) === code) continue
    yield { place: `errors.table.${code}.http`, found: `is ${http}, and ${code} is the status` }
  }
}
