import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'an exception where the connection is refused',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => {
      if (answer.error.includes('ECONNREFUSED')) throw new Error(answer.error)
      return answer
    }),
})
