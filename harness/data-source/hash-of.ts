import { createHash } from 'node:crypto'
import type { DataSource } from '../../contracts/data-source/data-source.ts'

/** What a data source says. Behaviour is left out: its text is another in a package than in a checkout. */
const FACTS = [
  'name',
  'title',
  'docs',
  'modes',
  'given',
  'credentials',
  'operations',
  'methods',
  'states',
  'errors',
  'query',
  'paging',
  'rows',
  'ids',
  'vital',
  'broken',
  'odd',
  'declarations',
  'writes',
] as const satisfies readonly (keyof DataSource)[]

/**
 * The hash of what a data source says of itself, whatever order it says it in: 64 hex digits. Of one that was
 * compiled from a description that is all of the description.
 */
export function hashOf(source: DataSource & { readonly description?: unknown }): string {
  const facts = source.description ?? Object.fromEntries(FACTS.map((name) => [name, source[name]]))
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}

/** JSON in which equal values are equal texts: members in one order, and what JSON has no form for left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    const members = Object.entries(part)
    return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
