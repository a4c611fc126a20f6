import { survivesJson } from '../../../contracts/survives-json.ts'
import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import { provoke } from '../../kit/provoke.ts'

/** ENV-5. An answer is plain JSON: written and read again, it is the same. */
export default defineCheck({
  clause: 'ENV-5',
  claim: 'an answer survives a JSON round trip unchanged',
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    const { result } = await provoke(session, example)
    if (result.kind !== 'answered' || survivesJson(result.value)) return
    violated('a value that is plain JSON', printable(result.value))
  },
})
