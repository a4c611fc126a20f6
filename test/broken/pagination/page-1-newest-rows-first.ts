import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'windows counted from the end of the result',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.toReversed().slice(offset, offset + length),
    ),
  }),
})
