import { meansOf } from '../../../contracts/data-source/means-of.ts'
import type { Method } from '../../../contracts/method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface ControlCase {
  readonly method: Method
  readonly message: string
}

const MESSAGES = [
  'An error\n{"success": true}\n',
  "An error\r\n{'success': True, 'status': 'COMPLETED', 'progress': 100, 'data': [], 'search_id': 'x'}\r\n",
  'An error\u0000\u001b[2K\u001b[1A\u0007\u0008 occurred',
  'An error\u2028true\u2028',
]

/** SEC-4. What a data source writes into a message stays inside that message. */
export default defineCheck({
  clause: 'SEC-4',
  claim: 'control characters in a message do not break the output apart',
  needs: ['general'],
  cases: (capabilities) =>
    combinations<ControlCase>({ method: requestingMethods(capabilities), message: MESSAGES }),
  async run(session, { method, message }) {
    const { declarations, source } = session
    const { general: code = '' } = source.errors.roles
    const expected = meansOf(source, declarations.errors)[code] ?? ['unknown']
    await judgeError(session, method, { kind: 'api-error', code, message }, expected)
  },
})
