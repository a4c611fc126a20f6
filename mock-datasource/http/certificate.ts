import { isIP } from 'node:net'

export interface Certificate {
  /** PEM; what a client has to trust. */
  readonly cert: string
  /** PEM; the private key. */
  readonly key: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1']

/** Why a certificate is not to be trusted that would be otherwise. */
export type CertificateFlaw = 'expired' | 'not yet valid' | 'for another purpose'

/** Makes a self-signed certificate for these host names and addresses, valid for a year but for a flaw. */
export async function makeCertificate({
  names = LOOPBACK_NAMES,
  flaw,
}: {
  readonly names?: readonly string[]
  readonly flaw?: CertificateFlaw | undefined
} = {}): Promise<Certificate> {
  // Loaded when it is needed: it takes megabytes that a mock over HTTP has no use for.
  const { generate } = await import('selfsigned')
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    ...validity(now, flaw),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      flaw === 'for another purpose'
        ? { name: 'extKeyUsage', clientAuth: true }
        : { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) =>
          isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name },
        ),
      },
    ],
  })
  return { cert: made.cert, key: made.private }
}

function validity(now: number, flaw: CertificateFlaw | undefined) {
  // A client in a container or another time zone may be a little behind.
  const start =
    flaw === 'not yet valid' ? now + 30 * DAY : now - HOUR - (flaw === 'expired' ? 365 * DAY : 0)
  const end = flaw === 'expired' ? now - 30 * DAY : now + 365 * DAY
  return { notBeforeDate: new Date(start), notAfterDate: new Date(end) }
}
