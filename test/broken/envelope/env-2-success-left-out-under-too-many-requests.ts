import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  defect: '`success` left out by `status` where there are too many requests',
  connector: (correct) => ({
    status: onFailure(correct.status, ({ success, ...answer }) =>
      answer.code === 'too_many_requests' ? answer : { success, ...answer },
    ),
  }),
})
