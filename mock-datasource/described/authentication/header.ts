import type { Authentication } from '../../../contracts/data-source/description/authentication.ts'
import { filledText, placeholdersIn } from '../template.ts'
import { accountWhere, headerOf, isSame, type Scheme, VISIBLE_ASCII } from './scheme.ts'
import { secretName, shownIn } from './shown-in.ts'

type Options = Extract<Authentication, { scheme: 'header' }>

/** A header that is the same with every request. */
export function header({ header: name, value }: Options): Scheme {
  const own = name.toLowerCase()
  const members = placeholdersIn(value).map((each) => each.name)
  const secret = members.find((member) => member !== 'username') ?? own
  return {
    credentials: {
      headers: { [own]: { name: secretName(secret), encoding: 'plain' } },
      presented: (headers) =>
        shownIn(value, headers[own]).filter((shown) => shown.name !== 'username'),
    },
    must: (member) => (members.includes(member) ? VISIBLE_ASCII : undefined),
    shows: ({ credentials }) => [{ in: 'header', at: name, value: filledText(value, credentials) }],
    callerOf(carrier, store) {
      const shown = headerOf(carrier, own)
      if (shown === undefined) return undefined
      return accountWhere(store, ({ credentials }) => isSame(shown, filledText(value, credentials)))
    },
  }
}
