import type { NamedSecret, SecretEncoding } from '../../contracts/data-source/secret.ts'

/** A form that a secret can take in a text. */
export interface SecretForm {
  readonly name: string
  readonly encoding: SecretEncoding
  readonly text: string
}

/** Shorter secrets are masked in their own headers only: elsewhere they would be found in every text. */
export const SHORTEST_SEARCHED = 4
/** Fewer characters of base64 could be anything. */
const SHORTEST_BASE64 = 8

/** All forms that secrets are searched in. */
export function formsOf(secrets: readonly NamedSecret[]): SecretForm[] {
  return secrets.flatMap((secret) =>
    secret.value.length < SHORTEST_SEARCHED ? [] : formsOfOne(secret),
  )
}

function formsOfOne({ name, value, encoding: own = 'plain' }: NamedSecret): SecretForm[] {
  const inJson = JSON.stringify(value).slice(1, -1)
  const percent = encodeURIComponent(value.toWellFormed())
  const texts: [SecretEncoding, string][] = [
    [own, value],
    [own, inJson],
    ['percent', percent],
    ['percent', percent.replaceAll('%20', '+')],
    ['percent', percent.replaceAll(/%../g, (hex) => hex.toLowerCase())],
  ]
  // What is encoded already is looked for as it is.
  if (own === 'plain') {
    for (const text of base64Of(value)) texts.push(['base64', text])
  }
  const seen = new Set<string>()
  return texts
    .filter(([, text]) => !seen.has(text) && seen.add(text))
    .map(([encoding, text]) => ({ name, encoding, text }))
}

/** In base64 a text reads in three ways, by where in the encoded bytes it starts; its outermost characters aside. */
function base64Of(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    const certain = whole.subarray(0, whole.length - (whole.length % 3))
    const standard = certain.toString('base64').slice(shift === 0 ? 0 : shift + 1)
    const urlSafe = standard.replaceAll('+', '-').replaceAll('/', '_')
    return [standard, urlSafe].filter((text) => text.length >= SHORTEST_BASE64)
  })
}
