import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'frozen rows without a prototype',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) =>
      Object.freeze({
        ...answer,
        data: Object.freeze(
          answer.data.map((row) => Object.freeze(Object.assign(Object.create(null), row))),
        ),
      }),
    ),
  }),
})
