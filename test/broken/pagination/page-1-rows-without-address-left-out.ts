import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'rows without an address left out',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.filter((row) => row['ipaddress'] !== null).slice(offset, offset + length),
    ),
  }),
})
