import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  defect: '`ping` succeeding on any JSON under status 200 that holds no code',
  connector: (correct, { send }) => ({
    ping: onFailure(correct.ping, async (answer) => {
      const { status, json } = await send({ method: 'GET', path: '/ping' }).catch(() => NOTHING)
      const isObject = typeof json === 'object' && json !== null
      return status === 200 && isObject && !('code' in json) ? { success: true } : answer
    }),
  }),
})

const NOTHING = { status: 0, json: undefined }
