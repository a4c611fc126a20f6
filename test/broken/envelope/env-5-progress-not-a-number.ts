import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  defect: 'progress of 0 out of 0, which is NaN',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({
      ...answer,
      progress: answer.progress === 100 ? 100 : Number.NaN,
    })),
  }),
})
