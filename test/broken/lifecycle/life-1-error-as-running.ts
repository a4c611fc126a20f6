import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-1',
  defect: 'ERROR as RUNNING, so that a caller waits for ever',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'ERROR' ? { ...answer, status: 'RUNNING' } : answer,
    ),
  }),
})
