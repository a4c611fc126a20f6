import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  aspect: 'echoed',
  defect: 'a mask that knows the plain password alone',
  connector: (correct, { configuration: { auth }, peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { message } = await peek(id)
      return { ...answer, error: `${message ?? answer.error}`.replaceAll(auth.password, '***') }
    }),
  }),
})
