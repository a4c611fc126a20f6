import type * as z from 'zod'
import { Description } from '../../contracts/data-source/description.ts'
import { allowedAt } from './allowed-at.ts'
import type { Mistake } from './mistake.ts'
import { valueAt } from './template.ts'
import type { Way } from './way.ts'

/** What of a description has not the form that it should have. */
export function mistakesOfForm(issues: readonly z.core.$ZodIssue[], value: unknown): Mistake[] {
  return issues.flatMap((issue) => mistakesOf(issue, value))
}

function mistakesOf(issue: z.core.$ZodIssue, value: unknown): readonly Mistake[] {
  const way = issue.path as Way
  const place = way.join('.') || 'the description'
  const found = valueAt(value, way)
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedAt(Description, way, value)
    return issue.keys.map((key) => ({
      place: [...way, key].join('.'),
      found: 'there is no such member',
      written: key,
      allowed,
    }))
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return [unknownKind(issue.discriminator, way, value)]
  }
  if (issue.code === 'invalid_key') return [unknownName(way, value)]
  if (found === undefined) return [{ place, found: 'is missing' }]
  const words = issue.code === 'invalid_union' ? allowedAt(Description, way, value) : []
  if (typeof found === 'string' && words.length > 0) {
    const none = `${shown(found)} is none of them`
    return [{ place, found: none, written: found, allowed: words }]
  }
  if (issue.code !== 'invalid_value') {
    return [{ place, found: `${shown(found)} ${inWords(issue)}` }]
  }
  const allowed = issue.values.map(String)
  return [{ place, found: `${shown(found)} is none of them`, written: String(found), allowed }]
}

/** One of several forms is chosen by a word that is none of theirs. */
function unknownKind(member: string, way: Way, value: unknown): Mistake {
  const own = way.at(-1) === member ? way : [...way, member]
  const found = valueAt(value, own)
  const allowed = allowedAt(Description, own, value)
  const place = own.join('.')
  if (found === undefined) return { place, found: 'is missing', allowed }
  return { place, found: `${shown(found)} is none of them`, written: String(found), allowed }
}

function unknownName(way: Way, value: unknown): Mistake {
  const allowed = allowedAt(Description, way.slice(0, -1), value)
  const written = String(way.at(-1))
  return { place: way.join('.'), found: 'there is no such member', written, allowed }
}

function inWords({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (code !== 'invalid_type') return message
  const { expected } = issue as { readonly expected?: string }
  const KINDS: Readonly<Record<string, string>> = {
    object: 'must hold members',
    record: 'must hold members',
    array: 'must be a list',
    string: 'must be a text',
    int: 'must be a whole number',
    number: 'must be a number',
  }
  return KINDS[expected ?? ''] ?? message
}

function shown(found: unknown): string {
  const text = JSON.stringify(found) ?? String(found)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
