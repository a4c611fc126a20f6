import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'whatever follows the digits of an offset ignored',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(id, String(offset).replace(/^(\d+)\D.*$/, '$1'), length, metadata),
  }),
})
