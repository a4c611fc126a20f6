import { IMPOSSIBLE_WINDOWS } from '../../kit/arbitraries/impossible-window.ts'
import { askImpossibleWindow } from '../../kit/ask-impossible-window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'

/** PAGE-5. A window that cannot be is refused: any rows in its place would be somebody's guess. */
export default defineCheck({
  clause: 'PAGE-5',
  claim: 'a negative, fractional or non-numeric `offset` or `length` fails',
  cases: () => IMPOSSIBLE_WINDOWS,
  shows: 'a case',
  async run(session, example) {
    fails(await askImpossibleWindow(session, example))
  },
})
