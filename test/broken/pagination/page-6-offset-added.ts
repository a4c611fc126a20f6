import { placeIn } from '../../variants/place-in.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'the offset added to the place that the metadata stands for',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      const place = placeIn(metadata)
      if (place === undefined) return correct.results(id, offset, length, metadata)
      return correct.results(id, place + Number(offset), length)
    },
  }),
})
