import { onSuccess, type Success } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const PAGE_ROWS = 4

/** The data source's token stands behind its page, wherever in it the window ended. */
export default broken({
  clause: 'PAGE-6',
  defect: 'metadata that goes on behind the page, where the window ended within it',
  connector: (correct) => ({
    results: onSuccess(correct.results, async (answer, id, offset, length, metadata) => {
      if (Number(length) >= PAGE_ROWS) return answer
      const page = (await correct.results(id, offset, PAGE_ROWS, metadata)) as Success
      return { ...page, data: answer.data }
    }),
  }),
})
