import { generate } from 'selfsigned'

export interface Certificate {
  /** PEM; what a client has to trust. */
  readonly cert: string
  /** PEM; the private key. */
  readonly key: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Makes a self-signed certificate for `localhost`, `127.0.0.1` and `::1`, valid for a year. */
export async function makeCertificate(): Promise<Certificate> {
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A client in a container or another time zone may be a little behind.
    notBeforeDate: new Date(now - HOUR),
    notAfterDate: new Date(now + 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { cert: made.cert, key: made.private }
}
