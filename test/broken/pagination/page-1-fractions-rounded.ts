import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'fractions rounded to whole numbers',
  connector: (correct) => ({
    results: onFields(correct.results, (value) =>
      typeof value === 'number' ? Math.round(value) : value,
    ),
  }),
})
