import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'zeros as null',
  connector: (correct) => ({
    results: onFields(correct.results, edited),
  }),
})

function edited(value: unknown): unknown {
  return value === 0 ? null : value
}
