import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const failed = new Set<number>()

export default broken({
  clause: 'MODE-1',
  defect: '`is_async` false after an error of the data source',
  connector: (correct, { connection }) => ({
    is_async: () => !failed.has(connection.port),
    ping: onFailure(correct.ping, (answer) => {
      failed.add(connection.port)
      return answer
    }),
  }),
})
