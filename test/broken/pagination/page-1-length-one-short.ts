import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the last row of the window missing',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) => rows.slice(offset, offset + length - 1)),
  }),
})
