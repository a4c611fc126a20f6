import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-4',
  defect: 'ERROR with progress 100, whatever was reached',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'ERROR' ? { ...answer, progress: 100 } : answer,
    ),
  }),
})
