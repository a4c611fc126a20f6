import { pickRows } from '../../variants/pick-rows.ts'
import { broken } from '../support/broken.ts'

/** An API that counts pages has no offset between two of them. */
export default broken({
  clause: 'PAGE-1',
  defect: 'the window of the page that the offset lies in',
  connector: (correct) => ({
    results: pickRows(correct, (rows, offset, length) =>
      rows.slice(offset - (offset % length), offset - (offset % length) + length),
    ),
  }),
})
