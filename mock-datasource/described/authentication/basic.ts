import type { NamedSecret } from '../../../contracts/data-source/secret.ts'
import type { Addition } from '../client/addition.ts'
import { accountWhere, headerOf, isSame, type Scheme } from './scheme.ts'

const AUTHORIZATION = { name: 'authorization', encoding: 'base64' } as const

/** HTTP's own: user name and password in base64. */
export function basic(): Scheme {
  return {
    credentials: {
      headers: { authorization: AUTHORIZATION, 'proxy-authorization': AUTHORIZATION },
      derived: ({ username, password }) => [
        { name: 'credentials', value: `${username}:${password}` },
      ],
      presented: (headers) => presentedIn(headers['authorization']),
    },
    must: (member) =>
      member === 'username'
        ? { pattern: '^[^:]*$', words: 'must not contain a colon, at which it would end' }
        : undefined,
    shows({ credentials: { username, password } }) {
      return [encodedIn(`${username}:${password}`)]
    },
    callerOf(carrier, store) {
      const shown = decoded(headerOf(carrier, 'authorization'))
      if (shown === undefined) return undefined
      return accountWhere(store, ({ credentials: { username, password } }) =>
        isSame(shown, `${username}:${password}`),
      )
    },
  }
}

/** The header that shows name and password, with a colon between them. */
export function encodedIn(pair: string): Addition {
  const encoded = Buffer.from(pair).toString('base64')
  return { in: 'header', at: 'authorization', value: `Basic ${encoded}` }
}

function encodedPart(authorization: string | undefined): string | undefined {
  return /^basic\s+(.*)$/i.exec((authorization ?? '').trim())?.[1]
}

/** Name and password of a header that is Basic. */
export function decoded(authorization: string | undefined): string | undefined {
  const encoded = encodedPart(authorization)
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString()
}

/** The secrets in a header that is Basic. */
export function presentedIn(authorization: string | undefined): readonly NamedSecret[] {
  const value = encodedPart(authorization)
  if (!value) return []
  const plain = decoded(authorization) ?? ''
  const colon = plain.indexOf(':')
  const whole: NamedSecret = { name: 'authorization', value, encoding: 'base64' }
  return colon < 0 ? [whole] : [whole, { name: 'password', value: plain.slice(colon + 1) }]
}
