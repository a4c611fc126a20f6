import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the header with the credentials, in base64, on standard error',
  connector: (correct, { configuration: { auth } }) => ({
    delete: (id) => {
      const credentials = Buffer.from(`${auth.username}:${auth.password}`).toString('base64')
      console.error(`DELETE ${id} Authorization: Basic ${credentials}`)
      return correct.delete(id)
    },
  }),
})
