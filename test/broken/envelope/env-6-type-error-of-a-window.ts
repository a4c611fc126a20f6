import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-6',
  defect: 'what JavaScript says of a window that it cannot read',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) =>
      answer.code === 'invalid_parameter'
        ? { ...answer, error: 'TypeError: rows.slice is not a function' }
        : answer,
    ),
  }),
})
