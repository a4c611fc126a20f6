import type { Credentials } from '../../contracts/data-source/credentials.ts'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import { secretsOf } from '../../contracts/data-source/secrets-of.ts'
import type { Account } from '../engine/settings.ts'
import type { FormsIn } from './mask-text.ts'
import { SecretForms } from './secret-forms.ts'
import { formsOf, type SecretForm } from './secrets.ts'

/**
 * How many keys of sessions are known. With every one that is given out an exchange ends, and the journal keeps no more
 * of these: one that is forgotten stands in none that gave it out.
 */
const MOST_ISSUED = 20_000

/** The secrets that a mock has come to know, also those that are worth nothing any more. */
export class KnownSecrets {
  readonly credentials: Credentials
  readonly #ofAccounts = new Map<string, NamedSecret>()
  /** Those that are put together of others, as they are. */
  readonly #composed = new Set<string>()
  #issued = new Map<string, NamedSecret>()
  #forms = new SecretForms()
  /** Those whose forms are not among them yet: most mocks are never asked for their journal. */
  #pending: NamedSecret[] = []

  /** @param credentials how callers of the data source show who they are. */
  constructor(credentials: Credentials) {
    this.credentials = credentials
  }

  /** Knows the secrets of these accounts from now on. */
  learn(accounts: readonly Account[]): void {
    for (const { credentials } of accounts) {
      for (const secret of this.credentials.derived?.(credentials) ?? []) {
        if (secret.encoding === undefined) this.#composed.add(keyOf(secret))
      }
      for (const secret of secretsOf(this.credentials, credentials)) {
        this.#know(secret, this.#ofAccounts)
      }
    }
  }

  /** Knows one that the data source has given out itself, as a key of a session. */
  add(secret: NamedSecret): void {
    this.#know(secret, this.#issued)
    if (this.#issued.size < 2 * MOST_ISSUED) return
    this.#issued = new Map([...this.#issued].slice(-MOST_ISSUED))
    this.#forms = new SecretForms()
    this.#pending = this.#searched(this.all())
  }

  all(): readonly NamedSecret[] {
    return [...this.#ofAccounts.values(), ...this.#issued.values()]
  }

  /** The forms of them, and of others, in a text. */
  formsIn(others: readonly SecretForm[]): FormsIn {
    this.#forms.add(formsOf(this.#pending))
    this.#pending = []
    const { few } = this.#forms
    if (few === undefined) return (text) => longestFirst([...this.#forms.in(text), ...others])
    const all = longestFirst([...few, ...others])
    return () => all
  }

  #know(secret: NamedSecret, among: Map<string, NamedSecret>): void {
    const key = keyOf(secret)
    if (!among.has(key)) this.#pending.push(...this.#searched([secret]))
    among.set(key, secret)
  }

  /** Those that texts are searched for: what is put together of others is found by the forms of those. */
  #searched(secrets: readonly NamedSecret[]): NamedSecret[] {
    return secrets.filter((secret) => !this.#composed.has(keyOf(secret)))
  }
}

function longestFirst(forms: SecretForm[]): readonly SecretForm[] {
  return forms.sort((a, b) => b.text.length - a.text.length)
}

function keyOf({ name, value }: NamedSecret): string {
  return `${name}:${value}`
}
