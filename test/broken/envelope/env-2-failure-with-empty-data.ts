import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-2',
  aspect: 'one outcome',
  defect: 'failures of `results` with an empty list of rows beside the error',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) => ({ ...answer, data: [] })),
  }),
})
