import { broken } from '../support/broken.ts'

const MOST = 1_000

export default broken({
  clause: 'PAGE-1',
  defect: 'no more than 1,000 rows, without a word',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, offset, Number(length) > MOST ? MOST : length, metadata),
  }),
})
