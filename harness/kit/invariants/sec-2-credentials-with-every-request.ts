import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { defineInvariant } from './invariant.ts'

interface Places {
  readonly words: string
  readonly where: readonly string[]
}

/**
 * SEC-2. There is no request that the data source should have to answer without knowing who asks. What a call asks
 * of an origin beside the session's own is left to the check of redirects.
 */
export default defineInvariant({
  clause: 'SEC-2',
  claim: 'every request carries the credentials',
  // Those of another account are none that the session knows.
  concerns: ({ answer, change }) => answer.exchanges.length > 0 && change.credentials === undefined,
  judge({ answer: { exchanges }, capabilities: { source } }) {
    for (const { operation = '', request, secrets } of exchanges) {
      const { words, where } = placesOf(source, source.operations[operation]?.role === 'log-in')
      if (secrets.some((seen) => where.includes(seen.where))) continue
      return {
        expected: `credentials in ${words}`,
        actual: `${request.method} ${request.path} without`,
      }
    }
    return undefined
  },
})

/** Where credentials are looked for: a log-in shows them as it likes, and any other request as the API has it. */
function placesOf({ credentials }: DataSource, isLogIn: boolean): Places {
  return isLogIn || Object.keys(credentials.headers).length === 0
    ? { words: 'every request', where: ['header', 'body'] }
    : { words: 'a header of every request', where: ['header'] }
}
