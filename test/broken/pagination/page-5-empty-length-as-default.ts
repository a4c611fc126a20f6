import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'an empty length taken for the default',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, offset, length === '' ? 10 : length, metadata),
  }),
})
