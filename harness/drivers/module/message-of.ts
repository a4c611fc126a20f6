import { inspect } from 'node:util'

/**
 * What a thrown value says, in one string without a stack. Whatever was thrown, this does not throw.
 */
export function messageOf(thrown: unknown): string {
  try {
    return describe(thrown)
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
