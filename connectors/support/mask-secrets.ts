import { Buffer } from 'node:buffer'

const MASK = '***'

/** What of a configuration holds secrets. */
interface Secretive {
  readonly auth: Readonly<Record<string, unknown>>
}

/**
 * Makes a function that masks the configuration's secrets in a text: every value of `auth` but the user
 * name, as it is, percent-encoded, as JSON writes it, and in Base64, alone or as Basic credentials
 * (SEC-1). A data source may repeat what it was sent in an error message.
 */
export function secretMasker({ auth }: Secretive): (text: string) => string {
  // Made when there is something to mask: most calls succeed, and the pattern is dear.
  let forms: readonly string[] | undefined
  let pattern: RegExp | undefined
  return (text) => {
    forms ??= formsOf(auth)
    if (forms.length === 0) return text
    // Where nothing is percent-encoded, the pattern would find what stands there as it is, and nothing else.
    if (!/[%+]/.test(text) && !forms.some((form) => text.includes(form))) return text
    pattern ??= new RegExp(forms.map(anyPercentForm).join('|'), 'gu')
    return text.replace(pattern, MASK)
  }
}

/** What a secret may look like before it is percent-encoded, longest first. */
function formsOf(auth: Secretive['auth']): readonly string[] {
  const secrets = Object.entries(auth).flatMap(([name, value]) =>
    name !== 'username' && typeof value === 'string' && value !== '' ? [value] : [],
  )
  if (secrets.length === 0) return []
  const { username, password } = auth
  const pair = `${username}:${password}`
  const encoded = [pair, ...secrets].flatMap(base64Forms)
  const forms = [...secrets, ...secrets.map(asJsonWritesIt), ...encoded]
  const distinct = new Set(forms.map((form) => form.toWellFormed()))
  return [...distinct].sort((one, other) => other.length - one.length)
}

function base64Forms(text: string): string[] {
  const padded = Buffer.from(text).toString('base64')
  return [padded, padded.replace(/=+$/, ''), Buffer.from(text).toString('base64url')]
}

function asJsonWritesIt(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/**
 * Matches the text with any of its characters percent-encoded, in capital or small hex digits. Every
 * character is written as its code, since a pattern must neither fail nor change over a password.
 */
function anyPercentForm(text: string): string {
  return Array.from(text, (character) => {
    const plus = character === ' ' ? '|\\+' : ''
    const octets = Array.from(Buffer.from(character), (octet) => `%${anyCaseHex(octet)}`)
    return `(?:\\u{${character.codePointAt(0)?.toString(16)}}${plus}|${octets.join('')})`
  }).join('')
}

function anyCaseHex(octet: number): string {
  const hex = octet.toString(16).padStart(2, '0')
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
