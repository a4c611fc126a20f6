import { nearestName } from '../../../contracts/given/nearest-name.ts'
import {
  type GivenSecret,
  type Giving,
  givenSecrets,
  tooShort,
} from '../../engine/secrets/given-secrets.ts'
import { UsageError } from '../../errors.ts'
import { visible } from '../../text/visible.ts'

/**
 * All that is given, with what the user marks in it as secret.
 *
 * @param wanted the names that the command line marks.
 * @param configured those that the configuration file marks.
 * @throws UsageError where a name is that of nothing that is given.
 */
export function givenWithMarks(
  giving: Giving,
  wanted: readonly string[],
  configured: readonly string[],
): Giving {
  const all = markedIn(giving, [...wanted, ...configured])
  requireGiven(all, wanted, '--secret')
  requireGiven(all, configured, 'secrets')
  return all
}

/** With further names marked. A variable that the connector has of its surroundings is given, too, once it is named. */
export function markedIn(giving: Giving, names: readonly string[]): Giving {
  const inherited = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined || name in (giving.environment ?? {}) ? [] : [[name, value] as const]
  })
  return {
    ...giving,
    environment: { ...Object.fromEntries(inherited), ...giving.environment },
    marked: [...(giving.marked ?? []), ...names],
  }
}

/**
 * What of all that is given is secret. Of what is too short to be masked the user is told.
 *
 * @param known what has been told of already.
 */
export function secretsAmong(
  giving: Giving,
  known: readonly GivenSecret[] = [],
): readonly GivenSecret[] {
  const secrets = givenSecrets(giving)
  const told = tooShort(known).map(({ name }) => name)
  const short = tooShort(secrets)
    .filter(({ name }) => !told.includes(name))
    .map(({ name }) => visible(name))
  if (short.length > 0) {
    process.stderr.write(
      `warning: ${short.join(', ')}: shorter than four characters, so that it is not masked\n`,
    )
  }
  return secrets
}

/** What variables of this process hold that a command line marks. @throws UsageError where there is no such variable. */
export function secretVariables(names: readonly string[] = []): readonly GivenSecret[] {
  return secretsAmong(givenWithMarks({}, names, []))
}

function requireGiven(giving: Giving, names: readonly string[], option: string): void {
  const known = namesIn(giving)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const near = nearestName(unknown, known)
  const found =
    known.length === 0 ? 'nothing is given' : `given are ${known.map(visible).join(', ')}`
  throw new UsageError(
    `${option} names ${visible(unknown)}, which is no member or variable that is given: ${found}`,
    near === undefined ? {} : { hint: `Did you mean ${visible(near)}?` },
  )
}

/** Each by its own name and by its path. */
function namesIn({ passed = {}, environment = {} }: Giving): readonly string[] {
  const all = [passed.connection, passed.configuration, environment].flatMap((each) =>
    pathsIn(each),
  )
  return [...new Set(all.flatMap((path) => [path.at(-1) ?? '', path.join('.')]))]
}

function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [
    [...path, name],
    ...pathsIn(member, [...path, name]),
  ])
}
