import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the options of the connection, password included, logged where nobody listens',
  connector: (correct, { connection: { host, port }, configuration: { auth } }) => ({
    ping: onFailure(correct.ping, (answer) => {
      if (answer.error.includes('ECONNREFUSED')) console.error('refused', { host, port, auth })
      return answer
    }),
  }),
})
