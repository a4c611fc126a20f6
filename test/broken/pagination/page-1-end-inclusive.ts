import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the row at the end of the window given too',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) => rows.slice(offset, offset + length + 1)),
  }),
})
