import { createHash } from 'node:crypto'
import createSynchronous from '../../../connectors/abc-security-monitor-sync/index.ts'
import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-2',
  aspect: 'synchronous',
  defect: 'a digest of the query in place of the query as `search_id`',
  base: createSynchronous,
  connector: (correct) => ({
    query: onSuccess(correct.query, (_, query) => ({
      success: true,
      search_id: createHash('sha256').update(query).digest('hex'),
    })),
  }),
})
