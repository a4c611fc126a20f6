import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'progress as a fraction of 1',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({
      ...answer,
      progress: answer.progress / 100,
    })),
  }),
})
