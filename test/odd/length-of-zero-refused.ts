import { odd } from './support/odd.ts'

export default odd({
  oddity: 'a length of 0 refused',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) =>
      /^0+$/.test(`${length}`)
        ? { success: false, error: 'length must be above 0', code: 'invalid_parameter' }
        : correct.results(id, offset, length, metadata),
  }),
})
