import { generate } from 'selfsigned'
import { describe, expect, it } from 'vitest'
import createConnector from '../../connectors/abc-security-monitor/index.ts'
import { withMock } from './mock-session.ts'

const DAY = 86_400_000

/** A self-signed certificate for one host, as good as its dates. */
async function certificateFor(
  host: { type: 7; ip: string } | { type: 2; value: string },
  days = 1,
) {
  const now = Date.now()
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'a data source' }], {
    notBeforeDate: new Date(now - 3 * DAY),
    notAfterDate: new Date(now + days * DAY),
    extensions: [{ name: 'subjectAltName', altNames: [host] }],
  })
  return { cert, key }
}

const LOOPBACK = { type: 7, ip: '127.0.0.1' } as const

describe('a certificate', () => {
  it('in selfSignedCert is trusted', async () => {
    const certificate = await certificateFor(LOOPBACK)
    await withMock(createConnector, { certificate }, async ({ connector }) => {
      expect(await connector.ping()).toEqual({ success: true })
    })
  })

  it.each([
    ['another name', { type: 2, value: 'other.example' } as const, 1],
    ['a past day', LOOPBACK, -1],
  ])('for %s is rejected though it is in selfSignedCert', async (_what, host, days) => {
    const certificate = await certificateFor(host, days)
    await withMock(createConnector, { certificate }, async ({ mock, connector }) => {
      const answer = await connector.ping()
      expect(answer).toMatchObject({ success: false, code: 'certificate_fail' })
      expect(mock.control.journal.entries()).toEqual([])
    })
  })

  it.each(['not a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'that is none (%j) trusts nothing',
    async (selfSignedCert) => {
      await withMock(createConnector, {}, async ({ connect }) => {
        const answer = await connect({ selfSignedCert }).ping()
        expect(answer).toMatchObject({ success: false, code: 'certificate_fail' })
      })
    },
  )
})
