import { parseCount } from '../../../connectors/support/parse-count.ts'
import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-8',
  aspect: 'few requests',
  defect: 'every page from the start of the result to the end of the window read',
  connector: (correct, { run }) => ({
    results: (id, offset, length) =>
      run(async () => {
        const from = parseCount(offset, 'offset')
        const to = from + parseCount(length, 'length')
        return onSuccess(correct.results, ({ data }) => ({
          success: true,
          data: data.slice(from),
        }))(id, 0, to)
      }),
  }),
})
