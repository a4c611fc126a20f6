import { IMPOSSIBLE_WINDOWS } from '../../kit/arbitraries/impossible-window.ts'
import { askImpossibleWindow } from '../../kit/ask-impossible-window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'

/** PAGE-5, its SHOULD. The failure says that it was the parameter. A success is left to the MUST. */
export default defineCheck({
  clause: 'PAGE-5',
  aspect: 'code',
  level: 'SHOULD',
  claim: 'an impossible window fails with `invalid_parameter`',
  cases: () => IMPOSSIBLE_WINDOWS,
  shows: 'a case',
  async run(session, example) {
    const answer = await askImpossibleWindow(session, example)
    if (answer.reading.kind === 'failure') fails(answer, 'invalid_parameter')
  },
})
