import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

const ENDED: readonly string[] = ['CANCELED', 'ERROR', 'TIMEOUT']

export default odd({
  oddity: 'no progress for a search that has ended in another way than COMPLETED',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      ENDED.includes(answer.status) ? { ...answer, progress: 0 } : answer,
    ),
  }),
})
