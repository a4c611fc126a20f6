import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-4',
  defect: 'an offset with a leading zero read as octal',
  connector: (correct) => ({
    results: (id, offset, length, metadata) => {
      const isOctal = typeof offset === 'string' && /^0[0-7]+$/.test(offset)
      const read = isOctal ? Number.parseInt(offset, 8) : offset
      return correct.results(id, read, length, metadata)
    },
  }),
})
