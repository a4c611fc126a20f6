import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'RUNNING with a progress of 99 at most',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'RUNNING' ? { ...answer, progress: Math.min(answer.progress, 99) } : answer,
    ),
  }),
})
