import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-1',
  defect: 'the credentials in the metadata, so that the next call can use them',
  connector: (correct, { configuration }) => ({
    results: onSuccess(correct.results, (answer) =>
      answer.metadata === undefined
        ? answer
        : { ...answer, metadata: { ...answer.metadata, ...configuration } },
    ),
  }),
})
