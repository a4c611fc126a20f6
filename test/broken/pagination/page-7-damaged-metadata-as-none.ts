import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-7',
  aspect: 'wrong metadata',
  defect: 'metadata that cannot be used taken for none, so that the rows begin anew',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer, id, offset, length, metadata) =>
      metadata === undefined ? answer : correct.results(id, offset, length),
    ),
  }),
})
