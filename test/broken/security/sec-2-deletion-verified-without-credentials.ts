import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-2',
  defect: 'a deleted search looked for once more, without credentials',
  connector: (correct, { send }) => ({
    delete: onSuccess(correct.delete, async (answer, id) => {
      const path = `/searches/${encodeURIComponent(id)}`
      await send({ method: 'GET', path }, { withoutCredentials: true }).catch(() => undefined)
      return answer
    }),
  }),
})
