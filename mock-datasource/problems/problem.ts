/** What is wrong with the definition of a data source. */
export interface DefinitionProblem {
  /** The member at fault: `errors.roles.too_many`. */
  readonly place: string
  /** What is wrong with it, in words: `"429" is not in errors.table`. */
  readonly found: string
  /** What could stand there instead, where these are names. */
  readonly allowed?: readonly string[]
}

/** A problem on one line: `errors.roles.too_many: "429" is not in errors.table; it has A, B, C`. */
export function problemText({ place, found, allowed }: DefinitionProblem): string {
  const others = allowed === undefined ? '' : `; it has ${listed(allowed)}`
  return `${place}: ${found}${others}`
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}

/** A text as a problem shows it. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Those of `names` that come more than once, each once. */
export function twiceAmong(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
