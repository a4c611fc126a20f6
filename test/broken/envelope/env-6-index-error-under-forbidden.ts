import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-6',
  defect: '`delete` that says `list index out of range` where it is forbidden',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.code === 'forbidden' ? { ...answer, error: 'list index out of range' } : answer,
    ),
  }),
})
