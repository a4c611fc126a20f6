import env1Behind from './env-1-nothing-behind-the-value.ts'
import env1 from './env-1-one-of-two-envelopes.ts'
import env2OneOutcome from './env-2-one-outcome.ts'
import env2 from './env-2-success-is-boolean.ts'
import { knownCode as env3, saysSomething as env3Error } from './env-3-failure-says-why.ts'
import env5 from './env-5-survives-json.ts'
import env6 from './env-6-no-exception-text.ts'
import type { Invariant } from './invariant.ts'
import mode1 from './mode-1-one-boolean.ts'
import page3 from './page-3-at-most-length.ts'
import page8 from './page-8-few-requests.ts'
import sec1 from './sec-1-no-credentials.ts'
import sec2 from './sec-2-credentials-with-every-request.ts'

/** Every invariant there is, in the order of the clauses. A new one is a new line here. */
export const INVARIANTS: readonly Invariant[] = [
  env1,
  env1Behind,
  env2,
  env2OneOutcome,
  env3,
  env3Error,
  env5,
  env6,
  mode1,
  page3,
  page8,
  sec1,
  sec2,
]
