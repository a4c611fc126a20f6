import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'null as the text "None"',
  connector: (correct) => ({
    results: onFields(correct.results, edited),
  }),
})

function edited(value: unknown): unknown {
  return value ?? 'None'
}
