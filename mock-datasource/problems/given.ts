import type { Credentials, Given } from '../../contracts/data-source/credentials.ts'
import type { DefinitionProblem } from './problem.ts'

/** Credentials that a connector is given and that are none, or that it needs and is never given. */
export function* givenProblems(
  given: Given,
  credentials: Credentials,
): Generator<DefinitionProblem> {
  const allowed = Object.keys(credentials.members)
  const named = [...membersNamedIn(given.configuration, ['given', 'configuration'])]
  for (const { member, place } of named) {
    if (allowed.includes(member)) continue
    yield { place, found: `{{${member}}} is not in credentials.members`, allowed }
  }
  for (const [name, { kind, optional }] of Object.entries(credentials.members)) {
    const isGiven = named.some(({ member }) => member === name)
    if (kind === 'name' || optional || isGiven) continue
    const place = `credentials.members.${name}`
    yield { place, found: 'is a secret that given.configuration does not name' }
  }
  yield* memberProblems(credentials)
}

function* memberProblems({ members, headers }: Credentials): Generator<DefinitionProblem> {
  for (const [name, { kind, must, usual }] of Object.entries(members)) {
    if (must === undefined) continue
    const place = `credentials.members.${name}`
    const pattern = regularExpression(must.pattern)
    if (!pattern) yield { place: `${place}.must.pattern`, found: 'is no regular expression' }
    else if (kind === 'name' && !pattern.test(usual))
      yield { place: `${place}.usual`, found: must.words }
  }
  for (const header of Object.keys(headers)) {
    if (header === header.toLowerCase()) continue
    yield { place: `credentials.headers.${header}`, found: 'must be in lower case' }
  }
}

function regularExpression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern)
  } catch {
    return undefined
  }
}

interface Named {
  readonly member: string
  readonly place: string
}

function* membersNamedIn(value: unknown, way: readonly string[]): Generator<Named> {
  if (typeof value === 'string') {
    for (const [, member = ''] of value.matchAll(/\{\{(.*?)\}\}/g)) {
      yield { member, place: way.join('.') }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* membersNamedIn(part, [...way, name])
  }
}
