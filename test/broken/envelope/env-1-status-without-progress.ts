import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'a status without progress',
  connector: (correct) => ({
    status: onSuccess(correct.status, ({ success, status }) => ({ success, status })),
  }),
})
