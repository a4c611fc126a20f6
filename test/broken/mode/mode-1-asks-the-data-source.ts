import type { Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-1',
  defect: '`is_async` false where the data source cannot be asked',
  connector: (correct) => ({
    is_async: async () => ((await correct.ping()) as Success).success,
  }),
})
