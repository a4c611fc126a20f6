import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Account } from '../../engine/settings.ts'
import { Refusal } from '../../refusal.ts'

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
  const checker = checkerOf(accounts)
  if (authorization !== undefined) {
    admit(checker, `basic ${authorization}`, () => byBasic(checker, authorization))
  } else if (typeof token === 'string') {
    admit(checker, `token ${token}`, () => byToken(checker, token))
  } else throw unauthenticated('no credentials were given')
}

function admit(checker: Checker, presented: string, check: () => Account | undefined): void {
  const account = checker.known.get(presented) ?? check()
  if (!account) throw unauthenticated('the credentials are wrong')
  if (checker.known.size < REMEMBERED) checker.known.set(presented, account)
  if (!account.permitted) throw new Refusal('403')
}

function unauthenticated(reason: string): Refusal {
  return new Refusal('401', { message: `Authentication failed: ${reason}` })
}

function checkerOf(accounts: readonly Account[]): Checker {
  const known = checkers.get(accounts)
  if (known) return known
  const checker: Checker = {
    accounts: accounts.map((account) => {
      const { username, password, token } = account.credentials
      return {
        account,
        basic: digest(`${username}:${password}`),
        token: token === undefined ? undefined : digest(token),
      }
    }),
    known: new Map(),
  }
  checkers.set(accounts, checker)
  return checker
}

function byBasic({ accounts }: Checker, authorization: string): Account | undefined {
  const credentials = /^basic +(.*)$/i.exec(authorization)?.[1]
  if (credentials === undefined) return undefined
  const given = digest(Buffer.from(credentials, 'base64'))
  return matching(accounts, ({ basic }) => timingSafeEqual(basic, given))
}

function byToken({ accounts }: Checker, presented: string): Account | undefined {
  const given = digest(presented)
  return matching(accounts, ({ token }) => token !== undefined && timingSafeEqual(token, given))
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
