import type { Success } from '../../variants/edit-answers.ts'
import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'LIFE-8',
  defect: 'no rows, and success, once the search has some progress',
  connector: (correct) => ({
    results: onFailure(correct.results, async (answer, id) => {
      const { status, progress } = (await correct.status(id)) as Success
      return status === 'RUNNING' && progress > 0 ? { success: true, data: [] } : answer
    }),
  }),
})
