import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-1',
  defect: 'a missing search known by the words of the message alone',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'no_results' && !answer.error.includes('does not exist')
        ? { ...answer, code: 'unknown' }
        : answer,
    ),
})
