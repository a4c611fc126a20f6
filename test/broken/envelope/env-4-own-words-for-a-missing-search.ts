import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-4',
  defect: 'words of its own for a search that is not there',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'no_results' ? { ...answer, error: 'No results' } : answer,
    ),
})
