import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

/** "0" and "1" are "01" together. */
export default broken({
  clause: 'PAGE-4',
  defect: 'offset and length concatenated for the end of the window where they are text',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      if (typeof offset !== 'string') return correct.results(id, offset, length, metadata)
      const end = Number(`${offset}${length}`)
      return pickRows(correct, (rows) => rows.slice(Number(offset), end))(id, offset, length)
    },
  }),
})
