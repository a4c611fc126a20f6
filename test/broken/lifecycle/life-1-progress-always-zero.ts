import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-1',
  defect: 'progress 0 until the search is done',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'RUNNING' ? { ...answer, progress: 0 } : answer,
    ),
  }),
})
