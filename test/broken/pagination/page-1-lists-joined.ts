import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'lists within a row joined into one text',
  connector: (correct) => ({
    results: onFields(correct.results, (value) => (Array.isArray(value) ? value.join(',') : value)),
  }),
})
