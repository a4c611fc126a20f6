import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-4',
  defect: 'COMPLETED wherever progress is 100',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.progress === 100 ? { ...answer, status: 'COMPLETED' } : answer,
    ),
  }),
})
