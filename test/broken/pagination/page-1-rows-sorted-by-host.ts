import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'rows sorted by host name',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows
        .toSorted((a, b) => `${a['hostname']}`.localeCompare(`${b['hostname']}`))
        .slice(offset, offset + length),
    ),
  }),
})
