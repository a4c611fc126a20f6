import type { Account } from '../../../mock-datasource/index.ts'

/** What a user's configuration may say in place of a credential, since those differ from case to case. */
const PLACEHOLDER = /\{\{(username|password|token)\}\}/g

/** A JSON value with the case's own credentials in place of their placeholders, in every text of it. */
export function fillInAccount<Value>(value: Value, account: Account): Value {
  if (typeof value === 'string') {
    return value.replace(PLACEHOLDER, (_, name: 'username' | 'password' | 'token') =>
      String(account[name] ?? ''),
    ) as Value
  }
  if (Array.isArray(value)) return value.map((item) => fillInAccount(item, account)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillInAccount(member, account)]),
  ) as Value
}
