import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'a negative offset counted from the end of the result',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const start = Number(offset)
      if (!(start < 0)) return correct.results(id, offset, length, metadata)
      const tail = pickRows(correct, (rows) => rows.slice(start).slice(0, Number(length)))
      return tail(id, 0, length)
    },
  }),
})
