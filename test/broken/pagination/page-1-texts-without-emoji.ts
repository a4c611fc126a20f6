import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'characters beyond the first 65,536 lost',
  connector: (correct) => ({
    results: onFields(correct.results, edited),
  }),
})

function edited(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\u{10000}-\u{10ffff}]/gu, '') : value
}
