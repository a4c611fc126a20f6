import { placeIn } from '../../variants/place-in.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'the row behind the last of a call left out by the next',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const place = placeIn(metadata)
      if (place === undefined) return correct.results(id, offset, length, metadata)
      return correct.results(id, place + 1, length)
    },
  }),
})
