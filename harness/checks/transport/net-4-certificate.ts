import type { ErrorCode } from '../../../contracts/error-code.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, fails, succeeds, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import type { BoundConnector, Session } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

const REFUSALS: readonly ErrorCode[] = [
  'certificate_fail',
  'authentication_fail',
  'service_unavailable',
]

interface CertificateCase {
  readonly method: Method
  readonly certificate: (typeof CERTIFICATES)[number]
}

/** In the order of what they tell. */
const CERTIFICATES = [
  'trusted',
  'not given',
  'of another server',
  'for another name',
  'expired',
  'not yet valid',
  'for another purpose',
] as const
/** What is wrong with a certificate, whoever asks: one method tells as much as another. */
const FLAWS: readonly (typeof CERTIFICATES)[number][] = CERTIFICATES.slice(4)

/** NET-4. Credentials are for the server whose certificate the user vouched for, and for no other. */
export default defineCheck({
  clause: 'NET-4',
  claim: 'an untrusted, expired or wrong-name certificate fails, and no credentials are sent',
  needs: ['https'],
  cases: (capabilities) => {
    const methods = requestingMethods(capabilities)
    return combinations<CertificateCase>({ certificate: CERTIFICATES, method: methods }).filter(
      ({ certificate, method }) => !FLAWS.includes(certificate) || method === methods[0],
    )
  },
  async run(session, { method, certificate }) {
    const search = await session.dataSource.completedSearch()
    const trusted = await callMethod(session.connector, method, search)
    if (certificate === 'trusted') {
      const { caByEnvironment } = session.source.given
      const place = caByEnvironment ?? 'selfSignedCert'
      succeeds(trusted, `success, with the certificate in \`${place}\``)
      return
    }
    if (trusted.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
    const connector = await connectorWith(session, certificate)
    refuses(await callMethod(connector, method, search))
  },
})

async function connectorWith(
  session: Session,
  certificate: Exclude<CertificateCase['certificate'], 'trusted'>,
): Promise<BoundConnector> {
  switch (certificate) {
    case 'not given':
      return session.connectorAt({ without: ['selfSignedCert'] })
    case 'of another server': {
      const other = await session.anotherDataSource({ certificateFor: ['127.0.0.1', 'localhost'] })
      if (other.certificate === undefined) throw new CaseNotApplicable('it speaks plain HTTP')
      return session.connectorAt({ connection: { selfSignedCert: other.certificate } })
    }
    case 'for another name': {
      const other = await session.anotherDataSource({ certificateFor: ['other.example.com'] })
      return other.connector
    }
    default: {
      const other = await session.anotherDataSource({ flaw: certificate })
      return other.connector
    }
  }
}

function refuses(answer: Answer): void {
  if (answer.exchanges.length > 0) {
    violated('no request, since the certificate is not to be trusted', describeAnswer(answer))
  }
  fails(answer, ...REFUSALS)
}
