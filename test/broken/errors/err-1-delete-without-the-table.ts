import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-1',
  defect: '`delete` without the error table that the other methods use',
  connector: (correct) => ({
    delete: onFailure(correct.delete, (answer) =>
      answer.code === 'service_unavailable' ? { ...answer, code: 'unknown' } : answer,
    ),
  }),
})
