import type { ServerResponse } from 'node:http'
import type { Journal } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'

/**
 * Follows the journal as server-sent events: first the entries after `after`, then each exchange as it
 * ends. The id of an event is the entry's sequence. `write` says how an entry is written down.
 */
export function followJournal(
  response: ServerResponse,
  journal: Journal,
  after: number,
  write: (entry: JournalEntry) => unknown,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.flushHeaders()
  const send = (entry: JournalEntry) => {
    response.write(`id: ${entry.sequence}\ndata: ${JSON.stringify(write(entry))}\n\n`)
  }
  for (const entry of journal.entries(after)) send(entry)
  response.once('close', journal.subscribe(send))
}
