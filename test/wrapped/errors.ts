import type { ErrorCode } from '../../contracts/error-code.ts'
import { onEveryFailure, onEverySuccess } from '../variants/edit-answers.ts'
import { type Defect, onMethods, onMethodsSeeing } from './support/wrap.ts'

const coming = (from: ErrorCode | readonly ErrorCode[], to: ErrorCode) =>
  onMethods((correct) =>
    onEveryFailure(correct, (answer) =>
      [from].flat().includes(answer.code) ? { ...answer, code: to } : answer,
    ),
  )

/** What the request itself is at fault for. */
const AT_FAULT = ['no_results', 'invalid_parameter', 'invalid_query'] as const

/** What a caller of any method could take for a success. */
const SUCCESS = { success: true, search_id: 'x', status: 'COMPLETED', progress: 100, data: [] }

const REFUSED = { success: false, error: 'not logged in', code: 'authentication_fail' }

export const ERRORS: readonly Defect[] = [
  {
    caughtBy: 'ERR-1',
    defect: 'an unknown error where the request is at fault',
    wrap: coming(AT_FAULT, 'unknown'),
  },
  {
    caughtBy: 'ERR-2',
    defect: 'an unlisted code taken for a service that is out',
    wrap: coming('unknown', 'service_unavailable'),
  },
  {
    caughtBy: 'ERR-3',
    defect: 'an unknown error where the password is wrong',
    wrap: coming('authentication_fail', 'unknown'),
  },
  {
    caughtBy: 'ERR-3 renewal',
    defect: 'a failure where a session key had to be renewed',
    wrap: onMethodsSeeing((correct, seen) =>
      onEverySuccess(correct, (answer) =>
        seen.some(({ status }) => status === 401) ? REFUSED : answer,
      ),
    ),
  },
  {
    caughtBy: 'ERR-4',
    defect: 'success where the answer cannot be read',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) => (answer.code === 'unknown' ? SUCCESS : answer)),
    ),
  },
  {
    caughtBy: 'ERR-4 gateway',
    defect: 'an unknown error where a gateway has nobody behind it',
    wrap: coming('service_unavailable', 'unknown'),
  },
  {
    caughtBy: 'ERR-5',
    defect: 'success wherever HTTP says 200',
    wrap: onMethodsSeeing((correct, seen) =>
      onEveryFailure(correct, (answer) => (seen.at(-1)?.status === 200 ? SUCCESS : answer)),
    ),
  },
]
