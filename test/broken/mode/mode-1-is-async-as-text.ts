import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-1',
  defect: '`is_async` as the text "true"',
  connector: () => ({ is_async: () => 'true' }),
})
