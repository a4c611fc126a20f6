import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the address with the credentials, percent-encoded, in the error of a broken connection',
  connector: (correct, { connection: { host, port }, configuration: { auth } }) =>
    onEveryFailure(correct, (answer) => {
      const password = encodeURIComponent(auth.password)
      const address = `https://${auth.username}:${password}@${host}:${port}/`
      return answer.error.includes('reached')
        ? { ...answer, error: `${answer.error} at ${address}` }
        : answer
    }),
})
