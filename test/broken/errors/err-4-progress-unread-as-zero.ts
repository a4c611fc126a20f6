import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  defect: 'a progress that cannot be read as 0',
  connector: (correct) => ({
    status: onFailure(correct.status, (answer) =>
      answer.error.endsWith('in progress')
        ? { success: true, status: 'RUNNING', progress: 0 }
        : answer,
    ),
  }),
})
