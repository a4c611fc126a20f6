import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const given = new Set<string>()

export default broken({
  clause: 'LIFE-7',
  defect: 'rows that were given before left out',
  connector: (correct, { connection }) => ({
    results: onSuccess(correct.results, (answer, id) => {
      const isNew = (row: object) => {
        const key = JSON.stringify([connection.port, id, row])
        return !given.has(key) && given.add(key)
      }
      return { ...answer, data: answer.data.filter(isNew) }
    }),
  }),
})
