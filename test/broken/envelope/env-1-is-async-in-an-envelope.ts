import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  defect: '`is_async` in an envelope',
  connector: () => ({ is_async: () => ({ success: true, is_async: true }) }),
})
