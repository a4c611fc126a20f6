import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-2',
  defect: '`ping` succeeding where the response ends before its end',
  connector: (correct) => ({
    ping: onFailure(correct.ping, (answer) =>
      answer.error.includes('cut off') ? { success: true } : answer,
    ),
  }),
})
