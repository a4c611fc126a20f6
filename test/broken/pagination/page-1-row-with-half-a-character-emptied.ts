import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'nothing but the key of a row that holds half of a surrogate pair',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => (isWellFormed(row) ? row : { id: row['id'] })),
    })),
  }),
})

function isWellFormed(row: object): boolean {
  return Object.values(row).every((value) => typeof value !== 'string' || value.isWellFormed())
}
