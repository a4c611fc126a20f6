import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'a hundred megabytes of padding beside the rows',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      padding: Buffer.alloc(100_000_000, 'x').toString('latin1'),
    })),
  }),
})
