import type { LogIn } from '../../../contracts/data-source/description/authentication.ts'
import { seededBytes } from '../../engine/seeded-bytes.ts'
import type { Account } from '../../engine/settings.ts'
import type { Store } from '../../engine/store.ts'
import { type Carrier, carriedAt } from '../carried.ts'
import { filledText } from '../template.ts'
import { accountWhere, headerOf, isSame, type Scheme, VISIBLE_ASCII } from './scheme.ts'
import { shownIn } from './shown-in.ts'

type Credentials = Readonly<Record<string, string>>

/**
 * Credentials are exchanged for a session key, which every other request shows.
 *
 * @param isShown whether a log-in shows, beside what it sends, whatever else it has to.
 */
export function logIn(
  { in: where, send, header, value }: LogIn,
  isShown: (carrier: Carrier, credentials: Credentials) => boolean = () => true,
): Scheme {
  const own = header.toLowerCase()
  const travelsInHeader = (member: string) => value.includes(`{{${member}}}`)
  return {
    credentials: {
      headers: { [own]: { name: 'session key', encoding: 'plain' } },
      presented: (headers) => shownIn(value, headers[own]),
    },
    must: (member) => (travelsInHeader(member) ? VISIBLE_ASCII : undefined),
    shows({ credentials, sessionKey }) {
      if (sessionKey === undefined) return []
      const filled = filledText(value, { ...credentials, session_key: sessionKey })
      return [{ in: 'header', at: header, value: filled }]
    },
    callerOf(carrier, store) {
      const shown = headerOf(carrier, own)
      const key = shownIn(value, shown).find(({ name }) => name === 'session key')?.value
      if (shown === undefined || key === undefined) return undefined
      return accountWhere(
        store,
        (account) =>
          isKeyOf(account, key, store) &&
          isSame(shown, filledText(value, { ...account.credentials, session_key: key })),
      )
    },
    logIn(carrier, store) {
      const account = accountWhere(
        store,
        ({ credentials }) =>
          isShown(carrier, credentials) &&
          Object.entries(send).every(([at, template]) => {
            const sent = carriedAt(carrier, where, at)
            return sent.length === 1 && isSame(String(sent[0]), filledText(template, credentials))
          }),
      )
      if (account === undefined) return undefined
      const key = keyOf(account, String(store.sessions.next()), store)
      store.issued({ name: 'session key', value: key })
      return { session_key: key }
    },
  }
}

/** Checked by being made anew, so that a key outlives a snapshot, and one of credentials that changed does not. */
function isKeyOf(account: Account, key: string, store: Store): boolean {
  const [number = ''] = key.split('.')
  return isSame(key, keyOf(account, number, store))
}

function keyOf({ credentials }: Account, number: string, store: Store): string {
  const label = `session-key:${number}:${JSON.stringify(credentials)}`
  return `${number}.${seededBytes(store.settings.seed, label).toString('hex', 0, 20)}`
}
