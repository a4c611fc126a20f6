import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  defect: 'rows that refer to the list that holds them',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => {
      const data: unknown[] = []
      data.push(...answer.data.map((row) => ({ ...row, all: data })))
      return { ...answer, data }
    }),
  }),
})
