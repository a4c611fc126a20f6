import { ABC_STATUSES } from '../../../contracts/abc-security-monitor/api.ts'
import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const KNOWN: readonly string[] = ABC_STATUSES

/** What is left when each known status has had its branch; a status that is no text is refused. */
export default broken({
  clause: 'LIFE-2',
  defect: 'a status of another name as COMPLETED',
  connector: (correct, { send }) => ({
    status: onFailure(correct.status, async (answer, id) => {
      if (!answer.error.endsWith('in status')) return answer
      const { json } = await send({ method: 'GET', path: `/searches/${encodeURIComponent(id)}` })
      const status = (json as { status?: unknown } | undefined)?.status
      return typeof status === 'string' && !KNOWN.includes(status)
        ? { success: true, status: 'COMPLETED', progress: 100 }
        : answer
    }),
  }),
})
