import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  defect: '`metadata` of `status` there, and undefined',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({ ...answer, metadata: undefined })),
  }),
})
