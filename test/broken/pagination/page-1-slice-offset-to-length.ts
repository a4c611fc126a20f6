import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

/** An end where a count was meant. */
export default broken({
  clause: 'PAGE-1',
  defect: 'rows [offset:length] of the result',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) => rows.slice(offset, length)),
  }),
})
