import createSynchronous from '../../../connectors/abc-security-monitor-sync/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-3',
  defect: 'a synchronous query in which each run of white space is one space',
  base: createSynchronous,
  connector: (correct) => ({
    results: (id, offset, length) => correct.results(id.replace(/\s+/g, ' '), offset, length),
  }),
})
