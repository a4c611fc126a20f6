import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'fields of its own in every row, in front of the others',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row, index) => ({
        _index: index,
        finding: { src: row['ipaddress'] ?? null, tags: ['abc'] },
        ...row,
      })),
    })),
  }),
})
