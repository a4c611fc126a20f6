import type { Journal } from '../journal/journal.ts'
import { firstPart, type PartAsked } from './part.ts'
import { entryToWire, glanceToWire } from './wire.ts'

/** Part of what can be seen of exchanges at a glance, in the same form. */
export function glancesPart(journal: Journal, { after, limit }: PartAsked): unknown {
  const glances = journal.glances(after, limit + 1)
  const part = glances.slice(0, limit)
  return {
    entries: part.map(glanceToWire),
    last_sequence: journal.lastSequence,
    next_after: glances.length > limit ? (part.at(-1)?.sequence ?? after) : null,
    forgotten_up_to: journal.forgottenUpTo,
  }
}

/** Part of the journal, in JSON, with where the next one starts. */
export function journalPart(journal: Journal, { after, limit }: PartAsked): string {
  const { part, isAll } = firstPart(entriesAfter(journal, after), limit, ({ json }) => json.length)
  const last = part.at(-1)?.sequence ?? after
  const rest = {
    last_sequence: journal.lastSequence,
    next_after: isAll ? null : last,
    forgotten_up_to: journal.forgottenUpTo,
  }
  return `{"entries":[${part.map(({ json }) => json).join(',')}],${JSON.stringify(rest).slice(1)}`
}

function* entriesAfter(journal: Journal, after: number) {
  for (const entry of journal.each(after)) {
    yield { sequence: entry.sequence, json: JSON.stringify(entryToWire(entry)) }
  }
}
