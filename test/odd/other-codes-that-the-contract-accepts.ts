import type { ErrorCode } from '../../contracts/error-code.ts'
import { onEveryFailure } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

const ACCEPTED_TOO: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  forbidden: 'authentication_fail',
  too_many_requests: 'service_unavailable',
  certificate_fail: 'service_unavailable',
}

export default odd({
  oddity: 'the second choice wherever the contract accepts two codes',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({
      ...answer,
      code: ACCEPTED_TOO[answer.code] ?? answer.code,
    })),
})
