import { FAMILIES, type Family } from '../../contracts/clause.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import type { Check } from '../kit/define-check.ts'
import { INVARIANTS } from '../kit/invariants/index.ts'
import env1 from './envelope/env-1-any-situation.ts'
import env1Matrix from './envelope/env-1-fault-matrix.ts'
import env4 from './envelope/env-4-passes-message-on.ts'
import env5Odd from './envelope/env-5-odd-values.ts'
import err1 from './errors/err-1-table.ts'
import err2 from './errors/err-2-unlisted-code.ts'
import err3 from './errors/err-3-http-codes.ts'
import err3Renewal from './errors/err-3-session-renewed.ts'
import err4 from './errors/err-4-broken-promise.ts'
import err4Gateway from './errors/err-4-gateway.ts'
import err5 from './errors/err-5-error-under-200.ts'
import life1 from './lifecycle/life-1-status-is-mapped.ts'
import life2 from './lifecycle/life-2-unknown-status.ts'
import life3 from './lifecycle/life-3-progress-never-goes-down.ts'
import life4 from './lifecycle/life-4-completed-with-100.ts'
import life5 from './lifecycle/life-5-no-such-search.ts'
import life6 from './lifecycle/life-6-searches-do-not-touch.ts'
import life7 from './lifecycle/life-7-safe-to-repeat.ts'
import life8 from './lifecycle/life-8-results-of-a-running-search.ts'
import life9 from './lifecycle/life-9-one-search.ts'
import life10 from './lifecycle/life-10-delete-reaches.ts'
import mode1 from './mode/mode-1-is-async.ts'
import mode2Asynchronous from './mode/mode-2-search-id-asynchronous.ts'
import mode2Synchronous from './mode/mode-2-search-id-synchronous.ts'
import mode3 from './mode/mode-3-query-byte-for-byte.ts'
import page1Fields from './pagination/page-1-fields.ts'
import page1 from './pagination/page-1-window.ts'
import page2Errs from './pagination/page-2-data-source-errs.ts'
import page2Error from './pagination/page-2-error-behind-first-page.ts'
import page2 from './pagination/page-2-partition.ts'
import page3 from './pagination/page-3-at-most-length.ts'
import page4 from './pagination/page-4-decimal-strings.ts'
import page5 from './pagination/page-5-impossible-window.ts'
import page5Code from './pagination/page-5-invalid-parameter.ts'
import page6 from './pagination/page-6-metadata-continues.ts'
import page7Json from './pagination/page-7-metadata-survives-json.ts'
import page7 from './pagination/page-7-wrong-metadata.ts'
import page8 from './pagination/page-8-call-ends.ts'
import page8Few from './pagination/page-8-few-requests.ts'
import page9 from './pagination/page-9-result-limit.ts'
import sec1Echoed from './security/sec-1-echoed-credentials.ts'
import sec1GivenUp from './security/sec-1-request-given-up.ts'
import sec2Characters from './security/sec-2-any-characters.ts'
import sec2Redirect from './security/sec-2-no-redirect-to-another-origin.ts'
import sec3 from './security/sec-3-ids-are-encoded.ts'
import sec4 from './security/sec-4-control-characters.ts'
import net1 from './transport/net-1-nobody-there.ts'
import net2 from './transport/net-2-cut-connection.ts'
import net3Code from './transport/net-3-service-unavailable.ts'
import net3Slow from './transport/net-3-slow-answer.ts'
import net3 from './transport/net-3-timeout.ts'
import net4 from './transport/net-4-certificate.ts'
import net5Odd from './transport/net-5-odd-retry-after.ts'
import net5 from './transport/net-5-retry-after.ts'
import net6 from './transport/net-6-answer-form.ts'
import net7 from './transport/net-7-hosts-and-ports.ts'

/** Every check there is, in the order of the clauses. A new check is a new line here. */
export const CHECKS: readonly Check[] = [
  env1,
  env1Matrix,
  env4,
  env5Odd,
  mode1,
  mode2Asynchronous,
  mode2Synchronous,
  mode3,
  life1,
  life2,
  life3,
  life4,
  life5,
  life6,
  life7,
  life8,
  life9,
  life10,
  page1,
  page1Fields,
  page2,
  page2Error,
  page2Errs,
  page3,
  page4,
  page5,
  page5Code,
  page6,
  page7Json,
  page7,
  page8,
  page8Few,
  page9,
  err1,
  err2,
  err3,
  err3Renewal,
  err4,
  err4Gateway,
  err5,
  net1,
  net2,
  net3,
  net3Slow,
  net3Code,
  net4,
  net5,
  net5Odd,
  net6,
  net7,
  sec1Echoed,
  sec1GivenUp,
  sec2Characters,
  sec2Redirect,
  sec3,
  sec4,
]

/** The folder of a family's checks, by whose name its suite goes, and the folder of what breaks them. */
export const FAMILY_FOLDERS: Readonly<Record<Family, string>> = {
  ENV: 'envelope',
  MODE: 'mode',
  LIFE: 'lifecycle',
  PAGE: 'pagination',
  ERR: 'errors',
  NET: 'transport',
  SEC: 'security',
}

/** The family of a clause id: `PAGE` for `PAGE-1`. */
export function familyOf(clause: string): Family {
  const family = FAMILIES.find((each) => clause.startsWith(`${each}-`))
  if (family === undefined) throw new Error(`${clause} is no clause id`)
  return family
}

/** The clauses for which there is no check yet: a report must never call them held. */
export const CLAUSES_WITHOUT_CHECK: ReadonlySet<string> = new Set(
  CLAUSES.map(({ id }) => id).filter(
    (id) => ![...CHECKS, ...INVARIANTS].some(({ clause }) => clause === id),
  ),
)
