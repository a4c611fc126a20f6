import createSynchronous from '../../../connectors/abc-security-monitor-sync/index.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'synchronous',
  defect: '`delete` of a synchronous search not implemented',
  base: createSynchronous,
  connector: () => ({
    delete: async () => ({ success: false, error: 'There is no delete', code: 'not_implemented' }),
  }),
})
