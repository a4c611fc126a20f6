import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  aspect: 'fault matrix',
  defect: 'the exception of its own timeout let through',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => {
      if (answer.error.includes('did not answer')) throw new Error(answer.error)
      return answer
    }),
})
