import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What a lookup gives whose default is COMPLETED. */
export default broken({
  clause: 'LIFE-2',
  defect: 'every status that it does not know as COMPLETED',
  connector: (correct) => ({
    status: onFailure(correct.status, (answer) =>
      answer.error.endsWith('in status')
        ? { success: true, status: 'COMPLETED', progress: 100 }
        : answer,
    ),
  }),
})
