import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-3',
  defect: 'one row more than asked for',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) => rows.slice(offset, offset + length + 1)),
  }),
})
