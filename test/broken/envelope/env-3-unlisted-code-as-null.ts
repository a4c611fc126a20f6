import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What a lookup gives that has no default; the API's messages never begin like the connector's own. */
export default broken({
  clause: 'ENV-3',
  defect: '`code` null where the error table has no entry',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => {
      const isOfTheApi = !answer.error.startsWith('The data source')
      return isOfTheApi && answer.code === 'unknown' ? { ...answer, code: null } : answer
    }),
})
