import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** The messages of the two listed codes that are `unknown`. */
const LISTED = /already in use|during the attempt/

export default broken({
  clause: 'ERR-2',
  defect: 'service_unavailable for every code that it does not know',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      answer.code === 'unknown' && !LISTED.test(answer.error)
        ? { ...answer, code: 'service_unavailable' }
        : answer,
    ),
})
