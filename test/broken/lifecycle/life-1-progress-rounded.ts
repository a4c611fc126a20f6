import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-1',
  defect: 'progress rounded to tens',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({
      ...answer,
      progress: Math.round(answer.progress / 10) * 10,
    })),
  }),
})
