import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

interface Metadata {
  readonly search: string
  readonly place: unknown
}

export default broken({
  clause: 'PAGE-7',
  aspect: 'wrong metadata',
  defect: 'the rows of the search that the metadata is of, whichever is asked for',
  connector: (correct) => ({
    results: (id, offset, length, metadata) => {
      const { search = id, place } = { ...(metadata as Metadata | undefined) }
      return onSuccess(correct.results, (answer) =>
        answer.metadata === undefined
          ? answer
          : { ...answer, metadata: { search, place: answer.metadata } },
      )(search, offset, length, place)
    },
  }),
})
