import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'offset and length put together as text for the end of the window',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(offset, Number(`${offset}${length}`)),
    ),
  }),
})
