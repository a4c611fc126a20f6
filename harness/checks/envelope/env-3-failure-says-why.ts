import { ERROR_CODES, ErrorCode } from '../../../contracts/error-code.ts'
import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import { provoke } from '../../kit/provoke.ts'

/** ENV-3. Every failure carries a known code and says something. */
export default defineCheck({
  clause: 'ENV-3',
  claim: '`code` is an ErrorCode and `error` a non-empty string in every failure',
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    const { reading } = await provoke(session, example)
    if (reading.kind !== 'failure') return
    const { code, error } = reading.envelope
    if (!ErrorCode.safeParse(code).success) {
      violated(`one of the codes ${ERROR_CODES.join(', ')}`, `code ${printable(code)}`)
    }
    if (typeof error !== 'string' || error === '') {
      violated('`error` as a non-empty string', `error ${printable(error)}`)
    }
  },
})
