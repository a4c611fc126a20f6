import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  aspect: 'error',
  defect: '`error` as an object',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({ ...answer, error: { message: answer.error } })),
})
