import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-2',
  defect: '`ping` asked without credentials first, to see whether they are needed',
  connector: (correct, { send }) => ({
    ping: async () => {
      const request = { method: 'GET', path: '/ping' } as const
      await send(request, { withoutCredentials: true }).catch(() => undefined)
      return correct.ping()
    },
  }),
})
