import { InexactNumber } from '../../../contracts/given/parse-exactly.ts'

/** What JSON.parse holds against a text, on one line: it may quote some of the text, line breaks included. */
export function notJson(error: unknown): string {
  if (error instanceof InexactNumber) return error.message
  return `is not JSON (${(error as Error).message.replaceAll(/\s+/g, ' ')})`
}
