import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-5',
  defect: 'the fraction of an offset or length cut off',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      correct.results(
        id,
        Number(offset) > 0 ? Math.trunc(Number(offset)) : offset,
        Number(length) > 0 ? Math.trunc(Number(length)) : length,
        metadata,
      ),
  }),
})
