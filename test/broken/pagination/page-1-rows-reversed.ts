import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the rows of the window in reverse order',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(offset, offset + length).reverse(),
    ),
  }),
})
