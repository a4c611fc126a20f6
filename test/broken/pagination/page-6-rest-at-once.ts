import { placeIn } from '../../variants/place-in.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'all that is left, whatever the length, once there is metadata',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const place = placeIn(metadata)
      if (place === undefined) return correct.results(id, offset, length, metadata)
      return correct.results(id, place, Number.MAX_SAFE_INTEGER)
    },
  }),
})
