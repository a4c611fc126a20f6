import { SHORTEST_MASKED } from '../../../contracts/secrets/secret-form.ts'
import { tellsSecret } from '../../../contracts/secrets/tells-secret.ts'
import type { Passed } from '../session/connection-to.ts'

/** A secret that a user gives to a run. Plain JSON: a run tells its supervisor of it, and nobody else. */
export interface GivenSecret {
  /** Where it is given: `configuration.auth.api_key`, `env.API_KEY`. */
  readonly name: string
  readonly value: string
  /** Whether its name, the data source or the user says that it is one; else any text of theirs may be. */
  readonly isNamed: boolean
}

/** What a user gives to a run, of which some is secret. */
export interface Giving {
  readonly passed?: Passed | undefined
  /** Variables that the user has the connector find. */
  readonly environment?: Readonly<Record<string, string>>
  /** Names of members and variables that are secrets whatever they look like. */
  readonly marked?: readonly string[]
}

/** What stands for the credentials of a case is no secret. */
const MARK = /\{\{\w+\}\}/g

/**
 * What of all that a user gives may be secret: every text of the configuration, and of connection and variables those
 * whose names give it away or that are marked. Those that are too short to be looked for are among them.
 */
export function givenSecrets({
  passed = {},
  environment = {},
  marked = [],
}: Giving): readonly GivenSecret[] {
  const isNamed = ([, ...path]: readonly string[]) =>
    path.some((name) => tellsSecret(name)) || isMarked(path, marked)
  const texts = [
    ...textsIn(passed.configuration, ['configuration']),
    ...textsIn(passed.connection, ['connection']),
    ...textsIn(environment, ['env']),
  ].filter(({ path, isText }) => isNamed(path) || (isText && path[0] === 'configuration'))
  const found = texts.map(({ path, text }) => ({
    name: path.join('.'),
    value: text.replaceAll(MARK, ''),
    isNamed: isNamed(path),
  }))
  // One that is part of several is called by its first name, and is named where any is.
  const byValue = new Map<string, GivenSecret>()
  for (const each of found.toSorted((one, other) => Number(other.isNamed) - Number(one.isNamed))) {
    if (each.value !== '' && !byValue.has(each.value)) byValue.set(each.value, each)
  }
  return [...byValue.values()]
}

/** Those that are too short to be masked: they would be found in every text. */
export function tooShort(secrets: readonly GivenSecret[]): readonly GivenSecret[] {
  return secrets.filter(({ value, isNamed }) => isNamed && value.length < SHORTEST_MASKED)
}

/** By its own name or path, or by those of what it is part of. */
function isMarked(path: readonly string[], marked: readonly string[]): boolean {
  return path.some(
    (name, at) => marked.includes(name) || marked.includes(path.slice(0, at + 1).join('.')),
  )
}

interface TextAt {
  readonly path: readonly string[]
  readonly text: string
  /** Else a number, as a PIN may be. */
  readonly isText: boolean
}

function textsIn(value: unknown, path: readonly string[]): readonly TextAt[] {
  if (typeof value === 'string') return [{ path, text: value, isText: true }]
  if (typeof value === 'number') return [{ path, text: String(value), isText: false }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]))
}
