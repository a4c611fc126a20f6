import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'no metadata any more from the second call on',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer, _id, _offset, _length, metadata) =>
      metadata == null ? answer : { success: true, data: answer.data },
    ),
  }),
})
