import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Account } from '../settings.ts'
import { Refusal } from './refusal.ts'

/** How many right credentials, as headers spell them, are remembered for one set of accounts. */
const REMEMBERED = 100

interface Checker {
  readonly accounts: readonly { account: Account; basic: Buffer; token: Buffer | undefined }[]
  /** Right credentials only, so that no client can fill it with wrong ones. */
  readonly known: Map<string, Account>
}

/** Tied to the accounts themselves: new settings start with a checker of their own. */
const checkers = new WeakMap<readonly Account[], Checker>()

/**
 * Refuses a request whose Authorization (Basic) or X-Auth-Token names none of the accounts (401), or one
 * that may not use the API (403). Where both headers are there, Authorization counts.
 */
export function authenticate(headers: IncomingHttpHeaders, accounts: readonly Account[]): void {
  const { authorization } = headers
  const token = headers['x-auth-token']
  const presented = authorization ?? (typeof token === 'string' ? `token ${token}` : undefined)
  if (presented === undefined) throw unauthenticated('no credentials were given')
  const checker = checkerOf(accounts)
  const account = checker.known.get(presented) ?? accountOf(presented, checker)
  if (!account) throw unauthenticated('the credentials are wrong')
  if (!account.permitted) throw new Refusal(403)
}

function unauthenticated(reason: string): Refusal {
  return new Refusal(401, { message: `Authentication failed: ${reason}` })
}

function checkerOf(accounts: readonly Account[]): Checker {
  const known = checkers.get(accounts)
  if (known) return known
  const checker: Checker = {
    accounts: accounts.map((account) => ({
      account,
      basic: digest(`${account.username}:${account.password}`),
      token: account.token === undefined ? undefined : digest(account.token),
    })),
    known: new Map(),
  }
  checkers.set(accounts, checker)
  return checker
}

function accountOf(presented: string, checker: Checker): Account | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(.*?) *$/.exec(presented) ?? []
  const account = ACCOUNT_BY_SCHEME[scheme.toLowerCase()]?.(credentials, checker)
  if (account && checker.known.size < REMEMBERED) checker.known.set(presented, account)
  return account
}

const ACCOUNT_BY_SCHEME: Readonly<
  Record<string, (credentials: string, checker: Checker) => Account | undefined>
> = {
  basic: (credentials, { accounts }) => {
    const given = digest(Buffer.from(credentials, 'base64'))
    return matching(accounts, ({ basic }) => timingSafeEqual(basic, given))
  },
  token: (credentials, { accounts }) => {
    const given = digest(credentials)
    return matching(accounts, ({ token }) => token !== undefined && timingSafeEqual(token, given))
  },
}

/** Looks at all accounts, so that the time taken does not tell which one was meant. */
function matching(
  accounts: Checker['accounts'],
  equals: (candidate: Checker['accounts'][number]) => boolean,
): Account | undefined {
  return accounts.filter(equals)[0]?.account
}

/** Digests have one length, which comparing in constant time needs. */
function digest(secret: string | Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}
