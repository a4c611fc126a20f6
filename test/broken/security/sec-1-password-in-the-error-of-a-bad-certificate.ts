import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the URL with the credentials in the error of a certificate that is not trusted',
  connector: (correct, { connection: { host }, configuration: { auth } }) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'certificate_fail'
        ? { ...answer, error: `${answer.error}: https://${auth.username}:${auth.password}@${host}` }
        : answer,
    ),
})
