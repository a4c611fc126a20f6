import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-4',
  defect: 'COMPLETED with progress 99',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({
      ...answer,
      progress: Math.min(answer.progress, 99),
    })),
  }),
})
