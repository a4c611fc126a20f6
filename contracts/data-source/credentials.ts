import type { NamedSecret, SecretEncoding } from './secret.ts'

/** A name is shown, the others are secrets. */
export type MemberKind = 'name' | 'password' | 'token'

/** One of the credentials that a data source knows a caller by. */
export interface CredentialMember {
  readonly kind: MemberKind
  /** What the mock makes of it where nobody says: the whole of a name, else what stands before the made part. */
  readonly usual: string
  /** Whether a caller is known without it too. */
  readonly optional?: true
  /** What its text has to be, as a regular expression and in words: `must not contain a colon`. */
  readonly must?: { readonly pattern: string; readonly words: string }
}

/** How callers of a data source show who they are. */
export interface Credentials {
  /** In the order in which they are shown. */
  readonly members: Readonly<Record<string, CredentialMember>>
  /** Request headers that carry them, in lower case, which are masked whole; and what is noted for each. */
  readonly headers: Readonly<
    Record<string, { readonly name: string; readonly encoding: SecretEncoding }>
  >
  /** Secrets that follow from an account beyond its members, as HTTP's Basic credentials do. */
  derived?(credentials: Readonly<Record<string, string>>): readonly NamedSecret[]
  /** The secrets that a request itself shows in its headers, right or wrong. */
  presented(headers: Readonly<Record<string, string>>): readonly NamedSecret[]
}

/** What a connector is given to reach a data source. */
export interface Given {
  readonly connection: readonly ('host' | 'port' | 'scheme' | 'selfSignedCert' | 'options')[]
  /** Host and port in one member: `127.0.0.1:1234` in `host`. */
  readonly portInHost?: true
  /** The variable that names the file of the CA where `selfSignedCert` is not taken. */
  readonly caByEnvironment?: string
  /** Further members of the connection. */
  readonly more?: Readonly<Record<string, unknown>>
  /** Members that users give, and variables, that are secrets whatever their names say: each by its name or path. */
  readonly secrets?: readonly string[]
  /** With `{{member}}` in place of each credential. */
  readonly configuration: Readonly<Record<string, unknown>>
}
