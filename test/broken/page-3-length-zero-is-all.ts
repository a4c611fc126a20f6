import { pickRows } from '../variants/pick-rows.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'PAGE-3',
  defect: 'a length of 0 taken for no limit',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(offset, length === 0 ? undefined : offset + length),
    ),
  }),
})
