import { onFields } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'an object of one member taken for its value, as of one element in XML',
  connector: (correct) => ({
    results: onFields(correct.results, (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
      const members: readonly unknown[] = Object.values(value)
      return members.length === 1 ? members[0] : value
    }),
  }),
})
