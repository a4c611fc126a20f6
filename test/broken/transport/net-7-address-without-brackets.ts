import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-7',
  defect: 'an IPv6 address put into a URL without brackets',
  connector: (_, { connection: { host, port } }) => {
    if (URL.canParse(`https://${host}:${port}`)) return {}
    const failure = { success: false, error: 'Invalid URL', code: 'service_unavailable' }
    return { ping: async () => failure, results: async () => failure }
  },
})
