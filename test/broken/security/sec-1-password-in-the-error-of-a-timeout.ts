import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  aspect: 'request given up',
  defect: 'the URL with the credentials in the error of a request that timed out',
  connector: (correct, { connection: { host }, configuration: { auth } }) =>
    onEveryFailure(correct, (answer) =>
      answer.error.includes('did not answer')
        ? { ...answer, error: `${answer.error}: https://${auth.username}:${auth.password}@${host}` }
        : answer,
    ),
})
