import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-1',
  defect: '`ping` succeeding on an error that it does not expect',
  connector: (correct) => ({
    ping: onFailure(correct.ping, (answer) =>
      answer.code === 'invalid_query' ? { success: true } : answer,
    ),
  }),
})
