import createSynchronous from '../../../connectors/abc-security-monitor-sync/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'synchronous',
  defect: 'a synchronous search that is still RUNNING',
  base: createSynchronous,
  connector: () => ({ status: async () => ({ success: true, status: 'RUNNING', progress: 0 }) }),
})
