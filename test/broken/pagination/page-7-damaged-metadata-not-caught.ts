import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-7',
  aspect: 'wrong metadata',
  defect: 'an exception where the metadata, a text, is not the JSON that it was',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const place: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
      return onSuccess(correct.results, (answer) =>
        answer.metadata === undefined
          ? answer
          : { ...answer, metadata: JSON.stringify(answer.metadata) },
      )(id, offset, length, place)
    },
  }),
})
