import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What a converter from XML makes of a list with one element. */
export default broken({
  clause: 'ENV-1',
  defect: 'a single row as itself, without the list around it',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.length === 1 ? answer.data[0] : answer.data,
    })),
  }),
})
