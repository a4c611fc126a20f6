import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'

/** By a name for each, what a secret or a name may be, as far as the data source takes such. */
const TEXTS: Readonly<Record<string, string>> = {
  'other scripts': 'Größe-搜索-🔍',
  colons: 'one:two::three:',
  'per cent': '100%25%zz%',
  quotes: `it's "quoted" \`so\` \\n`,
  'blanks at the ends': '  two words  ',
  'plus and the like': 'a+b&c=d/e?f#g;h,$HOME',
  'a kilobyte': 'k7+'.repeat(341),
}

interface CharactersCase {
  readonly member: string
  /** Undefined: as they are in all other cases. */
  readonly text?: string
}

/** SEC-2. A connector has to take credentials as they come, and hand them over so. */
export default defineCheck<CharactersCase>({
  clause: 'SEC-2',
  aspect: 'any characters',
  claim: 'credentials reach the data source as they were given, whatever characters they hold',
  cases: (capabilities) =>
    membersOf(capabilities).flatMap(({ member, takes }) =>
      Object.entries(TEXTS).flatMap(([text, written]) =>
        takes(written) ? [{ member, text }] : [],
      ),
    ),
  tells: ({ text = '' }) => text,
  // Who is refused with usual ones is refused for another reason.
  without: ({ member, text }) => (text === undefined ? [] : [{ member }]),
  async run(session, { member, text }) {
    const { dataSource } = session
    const credentials = text === undefined ? {} : { [member]: TEXTS[text] ?? '' }
    const search = await dataSource.completedSearch()
    const accounts = dataSource.control.settings().accounts.map((account) => ({
      ...account,
      credentials: { ...account.credentials, ...credentials },
    }))
    dataSource.control.patchSettings({ accounts })
    const [method = 'ping'] = requestingMethods(session)
    const answer = await callMethod(session.connectorAt({ credentials }), method, search)
    const refused = answer.exchanges.some(({ response }) => response?.status === 401)
    if (answer.reading.kind === 'success' && !refused) return
    const expected = `success, with ${text ?? 'usual characters'} in the ${member}`
    violated(
      expected,
      refused ? 'credentials that the data source does not know' : describeAnswer(answer),
    )
  },
})

/** The credentials that a connector is given, and which texts they can be. */
function membersOf({ source: { credentials, given } }: Pick<Capabilities, 'source'>) {
  const configuration = JSON.stringify(given.configuration)
  return Object.entries(credentials.members).flatMap(([member, { must }]) => {
    if (!configuration.includes(`{{${member}}}`)) return []
    const pattern = must && new RegExp(must.pattern)
    return [{ member, takes: (text: string) => pattern?.test(text) ?? true }]
  })
}
