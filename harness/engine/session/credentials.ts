import { createHash } from 'node:crypto'
import type { MemberKind } from '../../../contracts/data-source/credentials.ts'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { Account } from '../../../mock-datasource/index.ts'

/**
 * What each kind of member is made of. Passwords hold characters that change when they are percent-encoded, so
 * that every encoding can be told apart; none that JSON or Python would escape, so that a leak inside a larger
 * text is still found. Whoever masks texts of any session knows these forms.
 */
const MADE: Readonly<Record<MemberKind, (digest: string) => string>> = {
  name: (digest) => `user-${digest.slice(0, 8)}`,
  password: (digest) => `pw+${digest.slice(8, 20)}&=%${digest.slice(20, 28)}`,
  token: (digest) => `token+${digest.slice(28, 52)}`,
}

/** The account of one session at this data source, made from the session's own name. */
export function accountOf(
  { credentials }: Pick<DataSource, 'credentials'>,
  sessionName: string,
): Account {
  const kinds = new Set<MemberKind>()
  const made = Object.entries(credentials.members).map(([member, { kind }]) => {
    const label = kinds.has(kind) ? `${sessionName}/${member}` : sessionName
    kinds.add(kind)
    return [member, MADE[kind](createHash('sha256').update(label).digest('hex'))]
  })
  return { credentials: Object.fromEntries(made), permitted: true }
}
