import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'integers beyond 2^53 rounded',
  connector: (correct) => ({
    results: onFields(correct.results, (value) =>
      /^\d{16,}$/.test(String(value)) ? Number(value) : value,
    ),
  }),
})
