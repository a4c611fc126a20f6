import { createHash } from 'node:crypto'
import type { Account } from '../../../mock-datasource/index.ts'

/**
 * The account of one session, made from the session's own name. The password holds characters that
 * change when they are percent-encoded, so that every encoding can be told apart; none that JSON or
 * Python would escape, so that a leak inside a larger text is still found.
 */
export function accountOf(sessionName: string): Account {
  const digest = createHash('sha256').update(sessionName).digest('hex')
  return {
    username: `user-${digest.slice(0, 8)}`,
    password: `pw+${digest.slice(8, 20)}&=%${digest.slice(20, 28)}`,
    token: `token+${digest.slice(28, 52)}`,
    permitted: true,
  }
}
