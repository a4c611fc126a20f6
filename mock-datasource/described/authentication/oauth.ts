import type { Authentication } from '../../../contracts/data-source/description/authentication.ts'
import { decoded, encodedIn, presentedIn } from './basic.ts'
import { logIn } from './log-in.ts'
import { logInOf } from './log-in-of.ts'
import { headerOf, isSame, type Scheme } from './scheme.ts'

type Options = Extract<Authentication, { scheme: 'oauth-client-credentials' }>
type Members = Readonly<Record<string, string>>

/** RFC 6749, 4.4: a client gets a token for its id and secret, in the form or by Basic, and shows it as Bearer. */
export function oauth(options: Options): Scheme {
  const form = logInOf(options)
  if (form === undefined) throw new Error('no log-in')
  if (options.client === 'form') return logIn(form)
  const byToken = logIn(form, (carrier, credentials) => {
    const shown = decoded(headerOf(carrier, 'authorization')) ?? ''
    return pairsOf(credentials).some((pair) => isSame(shown, pair))
  })
  return {
    ...byToken,
    credentials: {
      ...byToken.credentials,
      derived: (credentials) =>
        pairsOf(credentials).map((value) => ({ name: 'credentials', value })),
      presented: (headers) => [
        ...byToken.credentials.presented(headers),
        ...presentedIn(headers['authorization']),
      ],
    },
    must: (member) =>
      member === 'client_id'
        ? { pattern: '^[^:]*$', words: 'must not contain a colon, at which it would end' }
        : undefined,
    logsInWith: ({ credentials }) => [encodedIn(pairsOf(credentials)[0] ?? '')],
  }
}

/** The standard has both encoded first, and most clients do not. Each once. */
function pairsOf({ client_id: id = '', client_secret: secret = '' }: Members): readonly string[] {
  return [
    ...new Set([`${id}:${secret}`, `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`]),
  ]
}
