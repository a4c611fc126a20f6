import { onFailure } from '../../variants/edit-answers.ts'
import { followNewTokens } from '../../variants/follow-new-tokens.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-8',
  defect: 'empty pages followed as long as each has a new token',
  connector: (correct, { run }) => ({
    results: onFailure(correct.results, (answer, id) =>
      run(async (api) => {
        await followNewTokens(api, id, (page) => page.data.length === 0)
        return answer
      }),
    ),
  }),
})
