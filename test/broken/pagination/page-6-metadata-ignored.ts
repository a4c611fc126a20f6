import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-6',
  defect: 'metadata given and not looked at when it comes back',
  connector: (correct) => ({
    results: (id, offset, length) => correct.results(id, offset, length),
  }),
})
