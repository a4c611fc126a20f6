import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: '`ping` letting the error of a broken connection through',
  connector: (correct, { send }) => ({
    ping: async () => {
      await send({ method: 'GET', path: '/ping' })
      return correct.ping()
    },
  }),
})
