/** The checks that a connector failed. */
export function caughtBy(states: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(states).flatMap(([name, state]) => (state === 'violated' ? [name] : []))
}
