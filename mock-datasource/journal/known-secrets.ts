import type { Credentials } from '../../contracts/data-source/credentials.ts'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import { secretsOf } from '../../contracts/data-source/secrets-of.ts'
import { formsOf, usualFormsOf } from '../../contracts/secrets/forms-of.ts'
import { type Masked, maskOf, SecretMasker } from '../../contracts/secrets/secret-masker.ts'
import type { Account } from '../engine/settings.ts'

/**
 * How many keys of sessions are known. With every one that is given out an exchange ends, and the journal keeps no more
 * of these: one that is forgotten stands in none that gave it out.
 */
const MOST_ISSUED = 20_000
/** Of more keys of sessions the usual forms are looked for: all of all take a hundred megabytes. */
const MOST_IN_ALL_FORMS = 1_000

/** Masks what secrets a text holds, and says which. */
export type Masking = (text: string) => Masked

/** The secrets that a mock has come to know, also those that are worth nothing any more. */
export class KnownSecrets {
  readonly credentials: Credentials
  readonly #ofAccounts = new Map<string, NamedSecret>()
  /** Those that are put together of others, as they are. */
  readonly #composed = new Set<string>()
  readonly #values = new Set<string>()
  #issued = new Map<string, NamedSecret>()
  #masker = new SecretMasker(maskOf)
  /** Those whose forms are not among them yet: most mocks are never asked for their journal. */
  #pending: NamedSecret[] = []
  /** Of wrong credentials, which come again and again. */
  #latest: { readonly key: string; readonly masker: SecretMasker } | undefined

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
    this.#masker = new SecretMasker(maskOf)
    this.#values.clear()
    this.#pending = this.#searched(this.all())
  }

  all(): readonly NamedSecret[] {
    return [...this.#ofAccounts.values(), ...this.#issued.values()]
  }

  /** Masks them, and others that a caller has shown. */
  masking(presented: readonly NamedSecret[] = []): Masking {
    const formsIn = this.#issued.size > MOST_IN_ALL_FORMS ? usualFormsOf : formsOf
    this.#masker.add(this.#pending.flatMap((secret) => formsIn(secret)))
    for (const { value } of this.#pending) this.#values.add(value)
    this.#pending = []
    const others = presented.filter((secret) => !this.#values.has(secret.value))
    const known = this.#masker
    if (others.length === 0) return (text) => known.mask(text)
    const wrong = this.#maskerOf(others)
    return (text) => {
      const first = wrong.mask(text)
      const then = known.mask(first.text)
      return { text: then.text, seen: [...then.seen, ...first.seen] }
    }
  }

  #maskerOf(others: readonly NamedSecret[]): SecretMasker {
    const key = JSON.stringify(others)
    if (this.#latest?.key === key) return this.#latest.masker
    const masker = new SecretMasker(maskOf)
    masker.add(others.flatMap((secret) => formsOf(secret)))
    this.#latest = { key, masker }
    return masker
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

function keyOf({ name, value }: NamedSecret): string {
  return `${name}:${value}`
}
