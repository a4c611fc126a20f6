import fc from 'fast-check'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface MessageCase {
  readonly method: Method
  readonly code: number
  readonly message: string
}

/** Codes for which a connector may think that it has better words, and one that it cannot know. */
const CODES = [1020, 1002, 1005, 1010, 2000, 403, 7777] as const

const MESSAGES = ['Quota of tenant 4711 exceeded', 'Größe überschritten']

/** Text that no careful connector has a reason to change: nothing to trim, to mask or to make harmless. */
const plainMessage = fc
  .array(fc.stringMatching(/^[A-Za-zà-ÿ0-9,.:;()-]{1,12}$/u), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

/** ENV-4. What the data source says of its trouble is what the reader of the failure needs to know. */
export default defineCheck({
  clause: 'ENV-4',
  claim: '`error` contains the message that the data source reported',
  cases: ({ mode }) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(mode)),
      code: fc.constantFrom(...CODES),
      message: plainMessage,
    }),
  always: ({ mode }) => {
    const method = requestingMethods(mode)
    const [plain, ...others] = CODES
    return [
      ...combinations<MessageCase>({ method, code: [plain], message: MESSAGES }),
      ...combinations<MessageCase>({ method, code: others, message: MESSAGES.slice(0, 1) }),
    ]
  },
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
