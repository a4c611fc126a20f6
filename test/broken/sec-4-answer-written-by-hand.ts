import { onFailure } from '../variants/edit-answers.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'SEC-4',
  defect: 'a failure put together as JSON text, with the message as it is',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const { message } = await peek(id)
      const error = message ?? answer.error.replaceAll('"', "'")
      return JSON.parse(`{"success": false, "error": "${error}", "code": "${answer.code}"}`)
    }),
  }),
})
