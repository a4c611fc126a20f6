import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'a negative length taken for 0',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, offset, Number(length) < 0 ? 0 : length, metadata),
  }),
})
