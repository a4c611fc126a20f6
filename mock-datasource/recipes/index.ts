import { acceptsAndSaysNothing } from './every/accepts-and-says-nothing.ts'
import { accessForbidden } from './every/access-forbidden.ts'
import { answerNeverComes } from './every/answer-never-comes.ts'
import { bodyCut } from './every/body-cut.ts'
import { bodyEmpty } from './every/body-empty.ts'
import { bodyUnreadable } from './every/body-unreadable.ts'
import { bytesDrip } from './every/bytes-drip.ts'
import { canceledByAnAdministrator } from './every/canceled-by-an-administrator.ts'
import { certificateExpired } from './every/certificate-expired.ts'
import { certificateRenewed } from './every/certificate-renewed.ts'
import { connectionDropsOnPage } from './every/connection-drops-on-page.ts'
import { connectionsNotKept } from './every/connections-not-kept.ts'
import { createdAndLost } from './every/created-and-lost.ts'
import { credentialsRevokedMidSearch } from './every/credentials-revoked-mid-search.ts'
import { deleteRefused } from './every/delete-refused.ts'
import { emptyPageInTheMiddle } from './every/empty-page-in-the-middle.ts'
import { emptyPagesForEver } from './every/empty-pages-for-ever.ts'
import { errorUnder200 } from './every/error-under-200.ts'
import { failsAtHalf } from './every/fails-at-half.ts'
import { firstPageTwice } from './every/first-page-twice.ts'
import { gatewayBusyThenFine } from './every/gateway-busy-then-fine.ts'
import { gatewayHtml503 } from './every/gateway-html-503.ts'
import { jsonUnderWrongType } from './every/json-under-wrong-type.ts'
import { logInRefused } from './every/log-in-refused.ts'
import { neverCompletes } from './every/never-completes.ts'
import { nextPageLeadsBack } from './every/next-page-leads-back.ts'
import { oddIds } from './every/odd-ids.ts'
import { oneHugeRow } from './every/one-huge-row.ts'
import { overloadedThenFine } from './every/overloaded-then-fine.ts'
import { progressGoesBack } from './every/progress-goes-back.ts'
import { queryRefused } from './every/query-refused.ts'
import { rateLimitedForEver } from './every/rate-limited-for-ever.ts'
import { rateLimitedThenFine } from './every/rate-limited-then-fine.ts'
import { redirectLoop } from './every/redirect-loop.ts'
import { redirectToLogIn } from './every/redirect-to-log-in.ts'
import { retryAfterFarAway } from './every/retry-after-far-away.ts'
import { rowsChangeWhilePaging } from './every/rows-change-while-paging.ts'
import { searchExpiresWhilePaging } from './every/search-expires-while-paging.ts'
import { shortPages } from './every/short-pages.ts'
import { slowButWithinTimeout } from './every/slow-but-within-timeout.ts'
import { tokenExpiresMidSearch } from './every/token-expires-mid-search.ts'
import { totalDisagrees } from './every/total-disagrees.ts'
import { unknownError } from './every/unknown-error.ts'
import { unknownStatus } from './every/unknown-status.ts'
import type { Recipe } from './recipe.ts'

/** Every recipe there is, those first that people report most. A new one is a file of its own and a line here. */
export const RECIPES: readonly Recipe[] = [
  searchExpiresWhilePaging,
  connectionDropsOnPage,
  rateLimitedThenFine,
  tokenExpiresMidSearch,
  neverCompletes,
  failsAtHalf,
  firstPageTwice,
  emptyPageInTheMiddle,
  totalDisagrees,
  slowButWithinTimeout,
  gatewayHtml503,
  unknownStatus,
  rateLimitedForEver,
  retryAfterFarAway,
  credentialsRevokedMidSearch,
  accessForbidden,
  canceledByAnAdministrator,
  progressGoesBack,
  emptyPagesForEver,
  nextPageLeadsBack,
  shortPages,
  rowsChangeWhilePaging,
  bytesDrip,
  acceptsAndSaysNothing,
  answerNeverComes,
  certificateRenewed,
  certificateExpired,
  gatewayBusyThenFine,
  redirectToLogIn,
  redirectLoop,
  bodyCut,
  bodyEmpty,
  bodyUnreadable,
  jsonUnderWrongType,
  errorUnder200,
  unknownError,
  overloadedThenFine,
  queryRefused,
  createdAndLost,
  deleteRefused,
  logInRefused,
  oneHugeRow,
  oddIds,
  connectionsNotKept,
].map((recipe) => recipe as unknown as Recipe)
