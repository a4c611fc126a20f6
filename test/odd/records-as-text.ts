import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'records as JSON text, as the guide shows them',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: JSON.stringify(answer.data, null, 1),
    })),
  }),
})
