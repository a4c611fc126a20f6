import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-5',
  defect: 'the code `unknown` for the status of an unknown search',
  connector: (correct) => ({
    status: onFailure(correct.status, (answer) =>
      answer.code === 'no_results' ? { ...answer, code: 'unknown' } : answer,
    ),
  }),
})
