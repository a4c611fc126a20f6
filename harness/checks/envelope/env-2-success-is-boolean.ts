import { isObject } from '../../kit/answer.ts'
import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import { provoke } from '../../kit/provoke.ts'

/** ENV-2. `success` is a boolean in every envelope. An answer that is no envelope is left to ENV-1. */
export default defineCheck({
  clause: 'ENV-2',
  claim: '`success` is true or false',
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    const { result } = await provoke(session, example)
    if (result.kind !== 'answered' || !isObject(result.value)) return
    const { success } = result.value
    if (typeof success !== 'boolean') violated('`success` as a boolean', printable(success))
  },
})
