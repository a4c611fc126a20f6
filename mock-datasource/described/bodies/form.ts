import type { Way } from '../way.ts'
import type { BodyFormat } from './body-format.ts'

/** Names and texts, as a page in a browser sends them. */
export const form: BodyFormat = {
  type: 'application/x-www-form-urlencoded',
  types: ['application/x-www-form-urlencoded'],
  written: 'texts',
  read: (text) => Object.fromEntries(new URLSearchParams(text)),
  write: (value) => {
    const form = new URLSearchParams()
    for (const [name, part] of Object.entries(value ?? {})) {
      if (part !== null) form.append(name, String(part))
    }
    return form.toString()
  },
  trace: (name) => new URLSearchParams([[name, '']]).toString().slice(0, -1),
  problem,
  odd: {
    nonAscii: 'note=Prüfung für Größe übersprungen',
    endless: (name) => `${name}=%`,
  },
}

function problem(value: unknown): { readonly way: Way; readonly found: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { way: [], found: 'must hold members, since it is a form' }
  }
  const nested = Object.entries(value).find(([, part]) => typeof part === 'object' && part !== null)
  return nested && { way: [nested[0]], found: 'must be a text or a number, since it is in a form' }
}
