import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: 'rows without the envelope around them',
  connector: (correct) => ({ results: onSuccess(correct.results, ({ data }) => data) }),
})
