import { timingSafeEqual } from 'node:crypto'
import { seededBytes } from './seeded-bytes.ts'
import type { Account } from './settings.ts'
import type { Store } from './store.ts'

/** Keys that a log-in gives out and that later requests show. */
export interface SessionKeys {
  /** The account's key, which is masked wherever it is shown from now on. */
  issueTo(account: Account): string
  /** Whose key it is; undefined where it is nobody's. */
  accountOf(key: string): Account | undefined
}

/**
 * Session keys that depend on the seed and the account alone: nothing is remembered of who logged in, so that
 * they outlive a snapshot. `name` is what reports call them, and each begins with `prefix`.
 */
export function sessionKeys(
  store: Pick<Store, 'settings' | 'issued'>,
  { name, prefix }: { readonly name: string; readonly prefix: string },
): SessionKeys {
  const keyOf = ({ credentials }: Account) => {
    const label = `session-key:${JSON.stringify(Object.entries(credentials).sort())}`
    return `${prefix}${seededBytes(store.settings.seed, label).toString('base64url')}`
  }
  return {
    issueTo(account) {
      const value = keyOf(account)
      store.issued({ name, value })
      return value
    },
    accountOf: (key) => store.settings.accounts.find((account) => same(keyOf(account), key)),
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
