import { broken } from '../support/broken.ts'

export default broken({
  clause: 'MODE-1',
  defect: '`is_async` giving nothing back',
  connector: () => ({ is_async: () => undefined }),
})
