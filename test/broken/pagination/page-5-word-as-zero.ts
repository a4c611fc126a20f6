import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'an offset that is no number taken for 0',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, Number.isNaN(Number(offset)) ? 0 : offset, length, metadata),
  }),
})
