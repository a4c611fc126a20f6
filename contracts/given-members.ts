/** Members of a connection that the harness gives, whatever anybody says: they differ from case to case. */
const GIVEN = ['host', 'port', 'scheme']

/** Which of these a connection that is passed on has, in words; undefined where it has none. */
export function givenMembersIn(connection: Readonly<Record<string, unknown>>): string | undefined {
  const named = GIVEN.filter((member) => Object.hasOwn(connection, member))
  const [last, ...others] = named.toReversed()
  if (last === undefined || others.length === 0) return last
  return `${others.toReversed().join(', ')} and ${last}`
}
