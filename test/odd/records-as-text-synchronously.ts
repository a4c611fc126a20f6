import createSynchronous from '../../connectors/abc-security-monitor-sync/index.ts'
import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export { declarations } from '../../connectors/abc-security-monitor-sync/index.ts'

export default odd({
  oddity: 'a synchronous connector with records as JSON text that ends in a newline',
  base: createSynchronous,
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: `${JSON.stringify(answer.data)}\n`,
    })),
  }),
})
