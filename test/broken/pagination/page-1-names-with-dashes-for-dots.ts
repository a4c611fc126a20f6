import { onSuccess, type Row } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'names of fields with dashes in place of dots',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map(renamed),
    })),
  }),
})

function renamed(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replaceAll('.', '-'), value]),
  )
}
