import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'rows of the same host and action given once',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows
        .filter(
          (row, at) =>
            at ===
            rows.findIndex(
              (other) => other['hostname'] === row['hostname'] && other['action'] === row['action'],
            ),
        )
        .slice(offset, offset + length),
    ),
  }),
})
