import { inspect } from 'node:util'
import { cutText } from '../../text/cut-text.ts'

/** In characters. Of a longer message both ends are kept. */
const LONGEST = 1_000_000

/**
 * What a thrown value says, in one string without a stack; of a very long one both ends. Whatever was thrown, this does
 * not throw.
 */
export function messageOf(thrown: unknown): string {
  try {
    return cutText(describe(thrown), LONGEST)
  } catch {
    return 'a value that cannot be shown'
  }
}

function describe(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  if (!(thrown instanceof Error)) return inspect(thrown, { depth: 2, breakLength: Infinity })
  const said = `${thrown.name}: ${thrown.message}`
  // fetch says no more than "fetch failed"; what happened is in the cause.
  return thrown.cause instanceof Error ? `${said} (cause: ${thrown.cause.message})` : said
}
