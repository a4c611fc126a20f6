import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  defect: '`success` of `delete` as 1',
  connector: (correct) => ({
    delete: onSuccess(correct.delete, (answer) => ({ ...answer, success: 1 })),
  }),
})
