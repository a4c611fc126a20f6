import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-3',
  defect: 'no `code` where the certificate is not trusted',
  connector: (correct) =>
    onEveryFailure(correct, ({ code, ...rest }) =>
      code === 'certificate_fail' ? rest : { ...rest, code },
    ),
})
