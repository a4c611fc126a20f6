import type { Credentials } from '../../contracts/data-source/credentials.ts'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import { secretsOf } from '../../contracts/data-source/secrets-of.ts'
import type { Account } from '../engine/settings.ts'

/** The secrets that a mock has come to know, also those that are worth nothing any more. */
export class KnownSecrets {
  readonly credentials: Credentials
  readonly #secrets = new Map<string, NamedSecret>()
  /** Those that are put together of others, as they are. */
  readonly #composed = new Set<string>()

  /** @param credentials how callers of the data source show who they are. */
  constructor(credentials: Credentials) {
    this.credentials = credentials
  }

  /** Knows the secrets of these accounts from now on. */
  learn(accounts: readonly Account[]): void {
    for (const { credentials } of accounts) {
      for (const secret of secretsOf(this.credentials, credentials)) this.add(secret)
      for (const secret of this.credentials.derived?.(credentials) ?? []) {
        if (secret.encoding === undefined) this.#composed.add(keyOf(secret))
      }
    }
  }

  /** Knows one that the data source has given out itself, as a key of a session. */
  add(secret: NamedSecret): void {
    this.#secrets.set(keyOf(secret), secret)
  }

  all(): readonly NamedSecret[] {
    return [...this.#secrets.values()]
  }

  /** Those that texts are searched for: what is put together of others is found by the forms of those. */
  searched(): readonly NamedSecret[] {
    return this.all().filter((secret) => !this.#composed.has(keyOf(secret)))
  }
}

function keyOf({ name, value }: NamedSecret): string {
  return `${name}:${value}`
}
