import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'empty texts as null',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => ({ ...row, message: row['message'] || null })),
    })),
  }),
})
