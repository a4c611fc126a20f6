import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the password in the error of a refused login',
  connector: (correct, { configuration: { auth } }) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'authentication_fail'
        ? { ...answer, error: `${answer.error} for ${auth.username} with ${auth.password}` }
        : answer,
    ),
})
