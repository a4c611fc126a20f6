import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  defect: 'times as Date objects',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => ({ ...row, time: new Date(String(row['time'])) })),
    })),
  }),
})
