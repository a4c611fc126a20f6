import { onFailure } from '../../variants/edit-answers.ts'
import { followNewTokens } from '../../variants/follow-new-tokens.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-8',
  defect: 'page tokens followed in a cycle, each being another than the one before',
  connector: (correct, { run }) => ({
    results: onFailure(correct.results, (answer, id) =>
      run(async (api) => {
        await followNewTokens(api, id, (page) => page.data.length > 0)
        return answer
      }),
    ),
  }),
})
