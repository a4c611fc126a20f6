import type { GivenSecret } from '../../engine/secrets/given-secrets.ts'

/** A command to paste in which variables of the shell stand for secrets, and a line about each. */
export interface WithVariables {
  readonly command: string
  readonly notes: readonly string[]
}

/**
 * Secrets stand in a command within JSON, and that within apostrophes, which end before a variable and begin again behind it.
 *
 * @param command as `shellQuote` writes it.
 */
export function withVariables(command: string, secrets: readonly GivenSecret[]): WithVariables {
  const longestFirst = secrets.toSorted((one, other) => other.value.length - one.value.length)
  const notes: string[] = []
  let left = command
  for (const { name, value } of longestFirst) {
    const inJson = JSON.stringify(value).slice(1, -1)
    const quoted = inJson.replaceAll("'", String.raw`'\''`)
    if (value.length < 4 || !left.includes(quoted)) continue
    const variable = name.replaceAll(/\W+/g, '_').toUpperCase()
    left = left.replaceAll(quoted, () => `'"$${variable}"'`)
    notes.push(`${variable} is ${name}${inJson === value ? '' : ', as JSON writes it'}.`)
  }
  return { command: left, notes }
}
