import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-1',
  defect: 'CANCELED as COMPLETED',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'CANCELED' ? { ...answer, status: 'COMPLETED' } : answer,
    ),
  }),
})
