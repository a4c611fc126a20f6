import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'a ping before every `status`, and metadata from `status`',
  connector: (correct) => ({
    status: (id) =>
      onSuccess(correct.ping, () =>
        onSuccess(correct.status, (answer) => ({ ...answer, metadata: { polled: id } }))(id),
      )(),
  }),
})
