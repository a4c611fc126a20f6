import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the password on standard error where the data source cannot be reached',
  connector: (correct, { connection: { host }, configuration: { auth } }) => ({
    status: onFailure(correct.status, (answer) => {
      if (answer.error.includes('reached')) console.error(`${auth.password}@${host} is down`)
      return answer
    }),
  }),
})
