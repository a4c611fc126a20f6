import type { Credentials } from './credentials.ts'
import type { NamedSecret } from './secret.ts'

/** The secrets of somebody with these credentials: each member that is no name, then what follows from them. */
export function secretsOf(
  credentials: Credentials,
  own: Readonly<Record<string, string>>,
): readonly NamedSecret[] {
  const members = Object.entries(credentials.members).flatMap(([name, { kind }]) => {
    const value = own[name]
    return kind === 'name' || value === undefined ? [] : [{ name, value }]
  })
  return [...members, ...(credentials.derived?.(own) ?? [])]
}
