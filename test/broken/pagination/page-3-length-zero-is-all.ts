import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-3',
  defect: 'a length of 0 taken for no limit',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, offset, /^0+$/.test(`${length}`) ? 1_000 : length, metadata),
  }),
})
