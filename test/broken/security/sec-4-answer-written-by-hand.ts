import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-4',
  defect: 'a failure put together as JSON text, with the newlines of the message as they are',
  connector: (correct, { peek }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      const message = String((await peek(id))['message'])
      return message.includes('\n')
        ? JSON.parse(`{"success": false, "error": "${message}", "code": "${answer.code}"}`)
        : answer
    }),
  }),
})
