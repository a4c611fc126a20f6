import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-1',
  aspect: 'fault matrix',
  defect: 'nothing given back where the data source redirects',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => (answer.error.includes('HTTP 3') ? undefined : answer)),
})
