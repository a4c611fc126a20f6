import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-4',
  defect: 'an offset or length as text refused',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) =>
      typeof offset === 'string' || typeof length === 'string'
        ? { success: false, error: 'offset must be a number', code: 'invalid_parameter' }
        : correct.results(id, offset, length, metadata),
  }),
})
