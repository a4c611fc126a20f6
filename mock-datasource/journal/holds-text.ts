import type { JournalEntry } from './journal-entry.ts'
import type { Recorded } from './recorded.ts'

/** Whether a text may stand somewhere in an exchange, before its secrets are masked: cheap. In lower case. */
export function mayHold({ url, rawHeaders, body, response }: Recorded, text: string): boolean {
  const holds = (one: string) => one.toLowerCase().includes(text)
  return (
    holds(url) ||
    rawHeaders.some(holds) ||
    (body !== undefined && holds(body.toString())) ||
    (response !== undefined &&
      (Object.values(response.headers).some(holds) ||
        holds(Buffer.concat(response.body).subarray(0, response.kept).toString())))
  )
}

/** Whether it stands in what a reader sees of the exchange. */
export function holdsText({ request, response }: JournalEntry, text: string): boolean {
  const seen = [
    request.path,
    ...Object.values(request.headers),
    request.body ?? '',
    ...Object.values(response?.headers ?? {}),
    response?.body ?? '',
  ]
  return seen.some((one) => one.toLowerCase().includes(text))
}
