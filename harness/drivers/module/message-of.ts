import { inspect } from 'node:util'

/** In characters, of each end of a longer message. */
const KEPT = 64 * 1024

/**
 * What a thrown value says, in one string without a stack; of a very long one both ends. Whatever was thrown, this does
 * not throw.
 */
export function messageOf(thrown: unknown): string {
  try {
    const message = describe(thrown)
    if (message.length <= 2 * KEPT) return message
    const left = message.length - 2 * KEPT
    return `${message.slice(0, KEPT)} …(${left} characters)… ${message.slice(-KEPT)}`
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
