import { hash, timingSafeEqual } from 'node:crypto'
import type { CredentialMember, Credentials } from '../../../contracts/data-source/credentials.ts'
import type { ClientValues } from '../../api-client.ts'
import type { Account } from '../../engine/settings.ts'
import type { Store } from '../../engine/store.ts'
import type { Carrier } from '../carried.ts'
import type { Addition } from '../client/addition.ts'

/** How callers show who they are, with the options of one description. */
export interface Scheme {
  readonly credentials: Omit<Credentials, 'members'>
  /** What the text of a member has to be, where it has to travel in some way. */
  must(member: string): CredentialMember['must']
  /** What a client puts into each request. */
  shows(values: ClientValues): readonly Addition[]
  /** The account that a request shows; undefined where it shows none that is known. */
  callerOf(carrier: Carrier, store: Store): Account | undefined
  /** What a client puts into the request of a log-in beside what its description sends. */
  logsInWith?(values: ClientValues): readonly Addition[]
  /** Of a scheme that logs in: what the body of an answer to it holds; undefined where the caller is not known. */
  logIn?(carrier: Carrier, store: Store): { readonly session_key: string } | undefined
}

export const VISIBLE_ASCII = {
  pattern: '^[\\x21-\\x7e]+$',
  words: 'must be visible ASCII, since it travels in a header',
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

/** Looks at all accounts, so that the time taken does not tell which one was meant. */
export function accountWhere(store: Store, is: (account: Account) => boolean): Account | undefined {
  return store.settings.accounts.filter(is)[0]
}

/** The one value of a header, by its lower-case name. */
export function headerOf({ headers }: Carrier, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
