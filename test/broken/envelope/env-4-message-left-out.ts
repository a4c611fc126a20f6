import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-4',
  defect: 'the same words for every error, without those of the data source',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({ ...answer, error: 'The request failed' })),
})
