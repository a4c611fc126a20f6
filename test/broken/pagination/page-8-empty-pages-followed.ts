import type { Page, PageStart } from '../../../connectors/abc-security-monitor/page.ts'
import { onFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** Without an end there would be none to the test either. */
const GIVES_UP_AFTER = 300

export default broken({
  clause: 'PAGE-8',
  defect: 'page tokens followed as long as there are any, though the pages are empty',
  connector: (correct, { run }) => ({
    results: onFailure(correct.results, (answer, id) =>
      run(async (api) => {
        if (!answer.error.includes('a page is empty')) return answer
        let start: PageStart = { offset: 0 }
        for (let requests = 0; requests < GIVES_UP_AFTER; requests += 1) {
          const page: Page = await api.searchResults(id, start, 1)
          if (page.next_page_token === null) break
          start = { page_token: page.next_page_token }
        }
        return answer
      }),
    ),
  }),
})
