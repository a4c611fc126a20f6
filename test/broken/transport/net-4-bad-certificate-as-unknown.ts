import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-4',
  defect: 'a certificate that cannot be trusted as unknown',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'certificate_fail' ? { ...answer, code: 'unknown' } : answer,
    ),
})
