import { broken } from '../support/broken.ts'

export default broken({
  clause: 'SEC-3',
  defect: '`status` with an id that is encoded twice',
  connector: (correct) => ({ status: (id) => correct.status(encodeURIComponent(id)) }),
})
