import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'quotes in texts escaped with a backslash',
  connector: (correct) => ({
    results: onFields(correct.results, edited),
  }),
})

function edited(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('"', '\\"') : value
}
