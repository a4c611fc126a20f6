import type { CredentialMember, MemberKind } from '../../contracts/data-source/credentials.ts'
import type { Scheme } from './authentication/scheme.ts'
import { placeholdersIn } from './template.ts'

/** The credentials that a description can name, and what each is. */
export const MEMBERS: Readonly<Record<string, Pick<CredentialMember, 'kind' | 'usual'>>> = {
  username: { kind: 'name', usual: 'user' },
  password: { kind: 'password', usual: 'pw-' },
  client_id: { kind: 'name', usual: 'client' },
  client_secret: { kind: 'password', usual: 'secret-' },
  token: { kind: 'token', usual: 'token-' },
} satisfies Record<string, { readonly kind: MemberKind; readonly usual: string }>

/** Those that connectors are given, in the order in which their configuration names them. */
export function membersOf(
  credentials: unknown,
  scheme: Scheme,
): Readonly<Record<string, CredentialMember>> {
  const names = new Set(placeholdersIn(credentials).map(({ name }) => name))
  const members = [...names].flatMap((name): [string, CredentialMember][] => {
    const usual = MEMBERS[name]
    const must = scheme.must(name)
    return usual === undefined ? [] : [[name, { ...usual, ...(must && { must }) }]]
  })
  return Object.fromEntries(members)
}
