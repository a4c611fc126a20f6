import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  aspect: 'code',
  defect: '`unknown` for a window that cannot be',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) =>
      answer.error.includes('whole number') ? { ...answer, code: 'unknown' } : answer,
    ),
  }),
})
