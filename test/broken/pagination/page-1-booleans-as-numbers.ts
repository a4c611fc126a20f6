import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'booleans as 0 and 1',
  connector: (correct) => ({
    results: onFields(correct.results, (value) =>
      typeof value === 'boolean' ? Number(value) : value,
    ),
  }),
})
