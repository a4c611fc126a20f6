import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'texts cut at 64 KiB',
  connector: (correct) => ({
    results: onFields(correct.results, (value) =>
      typeof value === 'string' ? value.slice(0, 65_536) : value,
    ),
  }),
})
