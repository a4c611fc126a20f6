import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'a status in lower case',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) => ({
      ...answer,
      status: answer.status.toLowerCase(),
    })),
  }),
})
