import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: '`no_results` at and past the end of the result',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer, _id, _offset, length) =>
      answer.data.length === 0 && Number(length) > 0
        ? { success: false, error: 'There are no more rows', code: 'no_results' }
        : answer,
    ),
  }),
})
