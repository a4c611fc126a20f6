import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-7',
  aspect: 'JSON',
  defect: 'metadata with a Date in it',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      onSuccess(correct.results, (answer) =>
        answer.metadata === undefined
          ? answer
          : { ...answer, metadata: { place: answer.metadata, given: new Date(0) } },
      )(id, offset, length, (metadata as { readonly place?: unknown } | undefined)?.place),
  }),
})
