import { JSON_TYPE } from '../../http/reply.ts'
import type { BodyFormat } from './body-format.ts'

/** One value in JSON. */
export const json: BodyFormat = {
  type: JSON_TYPE,
  types: ['application/json'],
  read: jsonIn,
  write: (value) => JSON.stringify(value),
  trace: (name) => JSON.stringify(name),
  problem: () => undefined,
  odd: {
    cutShort: (value) => cutWithinRow(JSON.stringify(value)),
    nonAscii: '{"note":"Prüfung für Größe übersprungen"}',
    endless: (name) => `{${JSON.stringify(name)}:"`,
  },
}

/** What a text in JSON stands for; undefined where it is none. */
export function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** What stands for the one value of a row of which a page is cut short. */
export const CUT_HERE = 'cut here'

/** A body up to the value of its row. */
export function cutWithinRow(text: string): string {
  return text.slice(0, text.indexOf(JSON.stringify(CUT_HERE)))
}
