import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-3',
  defect: 'a wrong password as forbidden',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'authentication_fail' ? { ...answer, code: 'forbidden' } : answer,
    ),
})
