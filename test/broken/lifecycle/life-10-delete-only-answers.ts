import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-10',
  defect: 'a `delete` that only answers',
  connector: () => ({ delete: async () => ({ success: true }) }),
})
