import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-3',
  defect: 'all rows from the offset on, whatever the length',
  connector: (correct) => ({ results: pickRows(correct, (rows, offset) => rows.slice(offset)) }),
})
