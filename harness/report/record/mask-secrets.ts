import type { Passed } from '../../engine/session/connection-to.ts'
import { maskAtCuts } from '../../text/mask-at-cuts.ts'

const MASK = '***'
/** Shorter texts would be found in every other. */
const SHORTEST = 4
/** What stands for the credentials of a case is no secret. */
const MARK = /\{\{\w+\}\}/g

/**
 * The credentials of any session, as `accountOf` makes them: plain and percent-encoded, and in base64 what
 * begins with a user's name, a password or a token. What a check has seen is masked by its own session; this is for what comes
 * from elsewhere, such as the last words of a worker.
 */
const MADE = [
  /pw(?:\+|%2b)[0-9a-f]{12}(?:&|%26)(?:=|%3d)(?:%25|%)[0-9a-f]{8}/gi,
  /token(?:\+|%2b)[0-9a-f]{24}/gi,
  /(?:dXNlci|cHcr|dG9rZW4r)[\w+/-]{28,}={0,2}/g,
]

/**
 * A JSON value with `***` in place of secrets in any text: credentials that were made for a case, and what
 * the user passes with every configuration.
 */
export function maskSecrets<Value>(value: Value, passed: Passed = {}): Value {
  const forms = textsIn(passed.configuration)
    .map((text) => text.replaceAll(MARK, ''))
    .filter((text) => text.length >= SHORTEST)
    .flatMap(formsOf)
    // The longest first, since one may be a part of another.
    .toSorted((one, other) => other.length - one.length)
  return masked(value, (text) => {
    const known = forms.reduce((left, form) => left.replaceAll(form, MASK), text)
    return maskAtCuts(
      MADE.reduce((left, form) => left.replaceAll(form, MASK), known),
      forms,
    )
  })
}

function formsOf(text: string): readonly string[] {
  const inJson = JSON.stringify(text).slice(1, -1)
  const percent = encodeURIComponent(text.toWellFormed())
  const bytes = Buffer.from(text)
  const encoded = [bytes.toString('base64'), bytes.toString('base64url')]
  return [...new Set([text, inJson, percent, ...encoded])]
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function masked<Value>(value: Value, mask: (text: string) => string): Value {
  if (typeof value === 'string') return mask(value) as Value
  if (Array.isArray(value)) return value.map((item) => masked(item, mask)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, masked(member, mask)]),
  ) as Value
}
