import { onEveryFailure, onEverySuccess, onFailure } from '../variants/edit-answers.ts'
import { type Defect, onMethods } from './support/wrap.ts'

export const ENVELOPE: readonly Defect[] = [
  {
    caughtBy: 'ENV-1',
    defect: 'an exception in place of each failure',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, ({ error }) => {
        throw new Error(error)
      }),
    ),
  },
  {
    caughtBy: 'ENV-1 fault matrix',
    defect: 'a bare text where the data source is out of service',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) =>
        answer.code === 'service_unavailable' ? answer.error : answer,
      ),
    ),
  },
  {
    caughtBy: 'ENV-2',
    defect: '`success` as a text',
    wrap: onMethods((correct) =>
      onEverySuccess(correct, (answer) => ({ ...answer, success: 'true' })),
    ),
  },
  {
    caughtBy: 'ENV-2 one outcome',
    defect: 'a status in every failure',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) => ({ ...answer, status: 'ERROR' })),
    ),
  },
  {
    caughtBy: 'ENV-3',
    defect: 'a code of its own in every failure',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) => ({ ...answer, code: 'oops' })),
    ),
  },
  {
    caughtBy: 'ENV-3 error',
    defect: 'nothing said in any failure',
    wrap: onMethods((correct) => onEveryFailure(correct, (answer) => ({ ...answer, error: '' }))),
  },
  {
    caughtBy: 'ENV-6',
    defect: 'a crash caught and passed on in every failure',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) => ({
        ...answer,
        error: "Cannot read properties of undefined (reading 'data')",
      })),
    ),
  },
  {
    caughtBy: 'ENV-4',
    defect: 'words of its own for every error',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) => ({ ...answer, error: 'It did not work' })),
    ),
  },
  {
    caughtBy: 'ENV-5',
    defect: 'a member that is undefined in every success',
    wrap: onMethods((correct) =>
      onEverySuccess(correct, (answer) => ({ ...answer, warnings: undefined })),
    ),
  },
  {
    caughtBy: 'ENV-5 odd values',
    defect: 'a row with NaN where a page cannot be read',
    wrap: onMethods((correct) => ({
      results: onFailure(correct.results, () => ({ success: true, data: [{ id: Number.NaN }] })),
    })),
  },
]
