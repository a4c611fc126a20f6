import { ABC_FACTS } from './facts.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * A snapshot of the first format, which was of this data source alone, in the form of the second: accounts had
 * their credentials beside whether they are permitted.
 */
export function readOlder(snapshot: object): unknown {
  const { settings, ...rest } = snapshot as Members
  return {
    ...rest,
    format: 'connector-contract mock 2',
    dataSource: ABC_FACTS.name,
    settings: isObject(settings) ? withCredentials(settings) : settings,
  }
}

function withCredentials(settings: Members): Members {
  const { accounts } = settings
  return { ...settings, accounts: Array.isArray(accounts) ? accounts.map(accountOf) : accounts }
}

function accountOf(account: unknown): unknown {
  // Whoever brings a kept state back gives it accounts of its own, as they are now.
  if (!isObject(account) || isObject(account['credentials'])) return account
  const { permitted, ...credentials } = account
  return { credentials, permitted }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
