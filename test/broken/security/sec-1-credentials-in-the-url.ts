import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the password as a parameter of the URL',
  connector: (correct, { configuration: { auth }, send }) => ({
    ping: onSuccess(correct.ping, async (answer) => {
      const path = `/ping?password=${encodeURIComponent(auth.password)}`
      await send({ method: 'GET', path }).catch(() => undefined)
      return answer
    }),
  }),
})
