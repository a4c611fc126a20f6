import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const OF_THE_TABLE = ['no_results', 'invalid_parameter', 'service_unavailable', 'invalid_query']

/** What a lookup gives whose keys are texts, where the API sends numbers. */
export default broken({
  clause: 'ERR-1',
  defect: 'every code of the API as `unknown`',
  connector: (correct) =>
    onEveryFailure(correct, (answer) =>
      OF_THE_TABLE.includes(answer.code) ? { ...answer, code: 'unknown' } : answer,
    ),
})
