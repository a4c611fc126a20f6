import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-4',
  defect: 'a message of `results` with its letters beyond ASCII lost',
  connector: (correct) => ({
    results: onFailure(correct.results, (answer) => ({
      ...answer,
      error: answer.error.replace(/[^ -~]/g, '?'),
    })),
  }),
})
