import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

/** The deepest window that some search engines give by offset. */
export default broken({
  clause: 'PAGE-1',
  defect: 'no rows behind the first 10,000, without a word',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(0, 10_000).slice(offset, offset + length),
    ),
  }),
})
