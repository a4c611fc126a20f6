import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'times to the millisecond, in UTC',
  connector: (correct) => ({
    results: onFields(correct.results, (value, field) =>
      field === 'time' ? new Date(String(value)).toISOString() : value,
    ),
  }),
})
