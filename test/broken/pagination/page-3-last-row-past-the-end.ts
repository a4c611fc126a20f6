import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-3',
  defect: 'the last row again at every offset past the end',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(Math.max(0, Math.min(offset, rows.length - 1))).slice(0, length),
    ),
  }),
})
