import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'the status asked before `results`, which waits for nothing',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      onSuccess(correct.status, (answer) =>
        answer.status === 'RUNNING'
          ? { success: false, error: 'The search is not complete', code: 'service_unavailable' }
          : correct.results(id, offset, length, metadata),
      )(id),
  }),
})
