import type { Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-10',
  defect: 'a running search left alone, as if `delete` were for results',
  connector: (correct) => ({
    delete: async (id) => {
      const { status } = (await correct.status(id)) as Success
      return status === 'RUNNING' ? { success: true } : correct.delete(id)
    },
  }),
})
