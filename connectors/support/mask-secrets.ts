import { Buffer } from 'node:buffer'
import type { Configuration } from '../../contracts/connection.ts'

const MASK = '***'

/**
 * Makes a function that masks the configuration's secrets in a text: every value of `auth` but the user
 * name, as it is, percent-encoded, as JSON writes it, and in Base64, alone or as Basic credentials
 * (SEC-1). A data source may repeat what it was sent in an error message.
 */
export function secretMasker({ auth }: Configuration): (text: string) => string {
  const secrets = Object.entries(auth).flatMap(([name, value]) =>
    name !== 'username' && typeof value === 'string' && value !== '' ? [value] : [],
  )
  const encoded = [`${auth.username}:${auth.password}`, ...secrets].flatMap(base64Forms)
  const forms = [...secrets, ...secrets.map(asJsonWritesIt), ...encoded]
  if (secrets.length === 0) return (text) => text
  const longestFirst = forms.sort((one, other) => other.length - one.length)
  const pattern = new RegExp(longestFirst.map(anyPercentForm).join('|'), 'gu')
  return (text) => text.replace(pattern, MASK)
}

function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text)
  return [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')]
}

function asJsonWritesIt(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Matches the text with any of its characters percent-encoded, in capital or small hex digits. */
function anyPercentForm(text: string): string {
  return Array.from(text.toWellFormed(), (character) => {
    const bytes = Array.from(Buffer.from(character), (byte) => {
      const hex = byte.toString(16).padStart(2, '0')
      return `%${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`
    }).join('')
    const asItIs = character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    return character === ' ' ? `(?: |\\+|${bytes})` : `(?:${asItIs}|${bytes})`
  }).join('')
}
