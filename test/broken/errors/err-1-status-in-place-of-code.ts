import type { ErrorCode } from '../../../contracts/error-code.ts'
import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_query',
  404: 'no_results',
  500: 'service_unavailable',
  503: 'service_unavailable',
}

export default broken({
  clause: 'ERR-1',
  defect: "`ping` with the code of the HTTP status in place of the body's code",
  connector: (correct, { send }) => ({
    ping: onFailure(correct.ping, async (answer) => {
      const { status } = await send({ method: 'GET', path: '/ping' })
      return { ...answer, code: CODE_OF_STATUS[status] ?? answer.code }
    }),
  }),
})
