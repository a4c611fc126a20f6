import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { holdsNoCredentials } from '../../kit/holds-no-credentials.ts'
import { provoke } from '../../kit/provoke.ts'

/** SEC-1. Whatever happens, what a connector says and asks holds no credentials. */
export default defineCheck({
  clause: 'SEC-1',
  claim: 'credentials appear in no envelope, on no output stream and in no URL',
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    holdsNoCredentials(await provoke(session, example), session.secrets)
  },
})
