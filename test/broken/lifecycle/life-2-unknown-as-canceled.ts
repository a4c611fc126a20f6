import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-2',
  defect: 'a status that it does not know as CANCELED',
  connector: (correct) => ({
    status: onFailure(correct.status, (answer) =>
      answer.error.endsWith('in status')
        ? { success: true, status: 'CANCELED', progress: 0 }
        : answer,
    ),
  }),
})
