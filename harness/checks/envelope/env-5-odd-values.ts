import { survivesJson } from '../../../contracts/survives-json.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, rowsOf, violated } from '../../kit/expectations.ts'
import { MARKED_TEXT, markedSearch } from '../../kit/marked-search.ts'
import { printable } from '../../kit/printable.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

/** What some programs write, some read, and JSON does not have or hardly holds; the most telling first. */
const VALUES = ['NaN', '1e999', '"\\ud83d"', 'Infinity', '-Infinity', '"\\udc00 \\ud800"'] as const

interface OddCase {
  readonly value: (typeof VALUES)[number]
}

/** ENV-5. What the data source should not have written goes no further. */
export default defineCheck<OddCase>({
  clause: 'ENV-5',
  aspect: 'odd values',
  claim: 'a value in a row that JSON does not have gives a failure, or plain JSON',
  cases: () => VALUES.map((value) => ({ value })),
  tells: ({ value }) => value,
  async run(session, { value }) {
    const search = await markedSearch(session)
    session.dataSource.fault({ kind: 'raw-json', text: MARKED_TEXT, by: value })
    const answer = await session.connector.results(search.id, 0, search.rows.length)
    if (!answer.exchanges.some(({ response }) => response?.body.includes(value))) {
      throw new CaseNotApplicable('its answer has no place for such a value')
    }
    const { reading, result } = answer
    if (reading.kind === 'failure') return
    const expected = 'a failure, or rows that are plain JSON'
    if (result.kind !== 'answered') violated(expected, describeAnswer(answer))
    if (!survivesJson(result.value)) violated(expected, printable(result.value))
    rowsOf(answer, expected)
  },
})
