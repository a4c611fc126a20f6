import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-5',
  defect: 'an empty id answered as a search that runs',
  connector: (correct) => ({
    status: async (id) =>
      id === '' ? { success: true, status: 'RUNNING', progress: 0 } : correct.status(id),
  }),
})
