import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'objects within a row as text',
  connector: (correct) => ({
    results: onFields(correct.results, (value) =>
      isObject(value) ? JSON.stringify(value) : value,
    ),
  }),
})

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
