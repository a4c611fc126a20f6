import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const given = new Map<string, number>()

export default broken({
  clause: 'PAGE-2',
  defect: 'the first row missing from a window that follows another',
  connector: (correct, { connection }) => ({
    results: onSuccess(correct.results, (answer, id, offset, _length, metadata) => {
      const key = `${connection.port} ${id}`
      const isNext = metadata == null && Number(offset) > 0 && given.get(key) === Number(offset)
      given.set(key, Number(offset) + answer.data.length)
      return isNext ? { ...answer, data: answer.data.slice(1) } : answer
    }),
  }),
})
