import type { FailureEnvelope } from '../../contracts/envelopes.ts'
import { onFailure } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'one more attempt where the data source says that it is unavailable',
  connector: (correct) => {
    const again = <Arguments extends unknown[]>(method: (...args: Arguments) => unknown) =>
      onFailure(method, (answer, ...args) => (saysUnavailable(answer) ? method(...args) : answer))
    return {
      ping: again(correct.ping),
      query: again(correct.query),
      status: again(correct.status),
      results: again(correct.results),
      delete: again(correct.delete),
    }
  },
})

/** Not where the answer is missing: a search may have been made then, and another would be made. */
function saysUnavailable({ code, error }: FailureEnvelope): boolean {
  return code === 'service_unavailable' && error.includes('unavailable')
}
