import { parseCount } from '../../../connectors/support/parse-count.ts'
import { onSuccess, type Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const ALL = Number.MAX_SAFE_INTEGER

export default broken({
  clause: 'PAGE-8',
  defect: 'all rows of the result fetched for every window, and sliced',
  connector: (correct, { run }) => ({
    results: (id, offset, length) =>
      run(async () => {
        const from = parseCount(offset, 'offset')
        const to = from + parseCount(length, 'length')
        const slice = ({ data }: Success) => ({ success: true, data: data.slice(from, to) })
        return onSuccess(correct.results, slice)(id, 0, ALL)
      }),
  }),
})
