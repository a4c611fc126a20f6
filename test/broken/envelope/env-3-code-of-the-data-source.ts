import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  defect: "the API's own number as `code` of `status`",
  connector: (correct) => ({
    status: onFailure(correct.status, (answer) =>
      answer.code === 'no_results' ? { ...answer, code: 1002 } : answer,
    ),
  }),
})
