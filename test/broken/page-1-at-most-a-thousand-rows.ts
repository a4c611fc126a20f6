import { pickRows } from '../variants/pick-rows.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'no more than 1,000 rows, without a word',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(offset, offset + Math.min(length, 1_000)),
    ),
  }),
})
