import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-4',
  defect: 'a message cut after 20 characters',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({ ...answer, error: answer.error.slice(0, 20) })),
})
