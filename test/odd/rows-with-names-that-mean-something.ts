import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'fields named `__proto__` and `constructor`, and a number beyond 2^53, in every row',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => ({
        ...row,
        ['__proto__']: { success: false, id: 'another' },
        constructor: 'none',
        bytes: 2 ** 63,
      })),
    })),
  }),
})
