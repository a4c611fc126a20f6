import type { JournalEntry } from '../../../mock-datasource/index.ts'

/** A request as text that is the same in every run: without the host and what else the transport adds. */
export function requestText({
  request: { method, path, body = '', ...rest },
}: JournalEntry): string {
  const headers = Object.entries(ownHeaders(rest.headers)).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return [`${method} ${path}`, ...headers, body].join('\n')
}

/** Headers that say how a request travels, not what is asked. */
const TRANSPORT = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** The headers that a connector itself sends, in the order of their names. */
export function ownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !TRANSPORT.includes(name))
  return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)))
}
