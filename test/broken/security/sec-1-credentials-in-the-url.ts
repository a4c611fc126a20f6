import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the password as a parameter of the URL',
  connector: (correct, { configuration: { auth }, send }) => ({
    ping: async () => {
      const path = `/ping?password=${encodeURIComponent(auth.password)}`
      await send({ method: 'GET', path }).catch(() => undefined)
      return correct.ping()
    },
  }),
})
