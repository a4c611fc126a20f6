import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the offset applied by the data source and again by the connector',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(2 * offset, 2 * offset + length),
    ),
  }),
})
