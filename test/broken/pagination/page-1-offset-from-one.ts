import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'an offset that counts from 1',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(Math.max(0, offset - 1), Math.max(0, offset - 1) + length),
    ),
  }),
})
