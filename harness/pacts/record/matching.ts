/** A rule of Pact's by which a value is compared. */
export interface Matching {
  readonly match: string
  readonly regex?: string
}

export const equalTo: Matching = { match: 'equality' }

/** Rules in the form of a Pact file, by the place that each is for. */
export function inMatching(
  rules: readonly (readonly [place: string, rule: Matching])[],
): Record<string, unknown> {
  return Object.fromEntries(
    rules.map(([place, rule]) => [place, { combine: 'AND', matchers: [rule] }]),
  )
}

/** A generator that has a provider's state fill in a text, e.g. `/searches/${search_id}`. */
export function byState(expression: string): Record<string, unknown> {
  return { type: 'ProviderState', expression }
}

/** Where the state's value of this name goes in an expression. */
export function placeOf(name: string): string {
  return `\${${name}}`
}

/** The parts that say anything: others who write pacts leave out the rest. */
export function filled(
  parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, Readonly<Record<string, unknown>>> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0),
  )
}
