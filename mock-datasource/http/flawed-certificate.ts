import { type Certificate, makeCertificate } from './certificate.ts'

/** What may be wrong with a certificate, as options name it: a client must refuse each. */
const FLAWS = {
  expired: { flaw: 'expired' },
  'not-yet-valid': { flaw: 'not yet valid' },
  'other-purpose': { flaw: 'for another purpose' },
  'other-host': { names: ['other.example'] },
} as const
export type FlawName = keyof typeof FLAWS

export const FLAW_NAMES = Object.keys(FLAWS) as readonly FlawName[]

/** A certificate that would be right but for this flaw, also for a client that trusts it (NET-4). */
export function flawedCertificate(name: FlawName): Promise<Certificate> {
  return makeCertificate(FLAWS[name])
}
