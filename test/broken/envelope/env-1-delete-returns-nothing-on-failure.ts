import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: '`delete` logging its failure and returning nothing',
  connector: (correct) => ({
    delete: onFailure(correct.delete, ({ error }) => console.warn(`delete failed: ${error}`)),
  }),
})
