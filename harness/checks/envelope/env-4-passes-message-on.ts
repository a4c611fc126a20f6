import fc from 'fast-check'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles } from '../../../contracts/data-source/means-of.ts'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface MessageCase {
  readonly method: Method
  readonly code: Code
  readonly message: string
}

const MESSAGES = ['Quota of tenant 4711 exceeded', 'Größe überschritten']

/** Text that no careful connector has a reason to change: nothing to trim, to mask or to make harmless. */
const plainMessage = fc
  .array(fc.stringMatching(/^[A-Za-zà-ÿ0-9,.:;()-]{1,12}$/u), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

/** ENV-4. What the data source says of its trouble is what the reader of the failure needs to know. */
export default defineCheck({
  clause: 'ENV-4',
  claim: '`error` contains the message that the data source reported',
  needs: ['general'],
  cases: (capabilities) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities)),
      code: fc.constantFrom(...codesOf(capabilities)),
      message: plainMessage,
    }),
  always: (capabilities) => {
    const method = requestingMethods(capabilities)
    const [plain = '', ...others] = codesOf(capabilities)
    return [
      ...combinations<MessageCase>({ method, code: [plain], message: MESSAGES }),
      ...combinations<MessageCase>({ method, code: others, message: MESSAGES.slice(0, 1) }),
    ]
  },
  shows: 'a failure',
  async run({ connector, dataSource }, { method, code, message }) {
    const search = await dataSource.completedSearch()
    dataSource.fault({ kind: 'api-error', code, message })
    const { reading } = await callMethod(connector, method, search)
    // Whether it fails, and how, is judged by other clauses.
    if (reading.kind !== 'failure') return
    const { error } = reading.envelope
    if (!String(error).includes(message)) {
      violated(`an error that contains ${printable(message)}`, printable(error))
    }
  },
})

/** Codes for which a connector may think that it has better words, and one that it cannot know. */
function codesOf({ source }: Capabilities): readonly Code[] {
  const known = codesWithRoles(source, [
    'general',
    'no_such_search',
    'bad_parameter',
    'unavailable',
    'bad_query',
    'forbidden',
  ])
  return [...known, source.errors.unlisted.usual]
}
