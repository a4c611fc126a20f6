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
  readonly message: string
}

/** Text that no careful connector has a reason to change: nothing to trim, to mask or to make harmless. */
const plainMessage = fc
  .array(fc.stringMatching(/^[A-Za-zà-ÿ0-9,.:;()-]{1,12}$/u), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

/** ENV-4. What the data source says of its trouble is what the reader of the failure needs to know. */
export default defineCheck({
  clause: 'ENV-4',
  claim: '`error` contains the message that the data source reported',
  cases: ({ mode }) =>
    fc.record({ method: fc.constantFrom(...requestingMethods(mode)), message: plainMessage }),
  always: ({ mode }) =>
    combinations<MessageCase>({
      method: requestingMethods(mode),
      message: ['Quota of tenant 4711 exceeded', 'Größe überschritten'],
    }),
  async run({ connector, dataSource }, { method, message }) {
    const search = await dataSource.completedSearch()
    dataSource.fault({ kind: 'api-error', code: 1020, message })
    const { reading } = await callMethod(connector, method, search)
    // Whether it fails, and how, is judged by other clauses.
    if (reading.kind !== 'failure') return
    const { error } = reading.envelope
    if (!String(error).includes(message)) {
      violated(`an error that contains ${printable(message)}`, printable(error))
    }
  },
})
