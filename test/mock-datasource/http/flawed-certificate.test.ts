import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { FLAW_NAMES, flawedCertificate } from '../../../mock-datasource/http/flawed-certificate.ts'

it('makes certificates with one flaw each', async () => {
  const found = await Promise.all(
    FLAW_NAMES.map(async (name) => [name, flawsOf((await flawedCertificate(name)).cert)]),
  )
  expect(Object.fromEntries(found)).toEqual({
    expired: ['expired'],
    'not-yet-valid': ['not-yet-valid'],
    'other-purpose': ['other-purpose'],
    'other-host': ['other-host'],
  })
})

function flawsOf(pem: string): readonly string[] {
  const certificate = new X509Certificate(pem)
  const serverAuthentication = '1.3.6.1.5.5.7.3.1'
  const flaws = {
    expired: certificate.validToDate.getTime() < Date.now(),
    'not-yet-valid': certificate.validFromDate.getTime() > Date.now(),
    'other-purpose': !certificate.keyUsage.includes(serverAuthentication),
    'other-host': certificate.checkIP('127.0.0.1') === undefined,
  }
  return Object.entries(flaws).flatMap(([name, isThere]) => (isThere ? [name] : []))
}
