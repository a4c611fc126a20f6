import { onSuccess } from '../variants/edit-answers.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'texts without the spaces around them',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, value]) => [field, edited(value)])),
      ),
    })),
  }),
})

function edited(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value
}
