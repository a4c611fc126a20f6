import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-7',
  defect: '`ping` making a search each time, and leaving it there',
  connector: (correct) => ({
    ping: onSuccess(correct.ping, () =>
      onSuccess(correct.query, () => ({ success: true }))('SELECT id FROM events LIMIT 1'),
    ),
  }),
})
