import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the first rows, whatever the offset',
  connector: (correct) => ({
    results: pickRows(correct, (rows, _, length) => rows.slice(0, length)),
  }),
})
