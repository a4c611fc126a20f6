import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** A progress of 0 is falsy, and so it looks as if there were none. */
export default broken({
  clause: 'LIFE-4',
  defect: 'CANCELED with progress 100 where 0 was reached',
  connector: (correct) => ({
    status: onSuccess(correct.status, (answer) =>
      answer.status === 'RUNNING' ? answer : { ...answer, progress: answer.progress || 100 },
    ),
  }),
})
