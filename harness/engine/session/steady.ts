import type { Connection } from '../../../contracts/connection.ts'

/** Below it lie the ports on which nobody listens, which are the same in every run. */
const ON_LOOPBACK = /(127\.0\.0\.1|\[::1\]|localhost):\d{4,5}\b/g
/** Behind the host alone: a row of the data source has a port too, which is its own. */
const IN_CONNECTION = /("host"\s*:\s*"[^"]*"\s*,\s*"port"\s*:\s*)\d{4,5}\b/g

/** Where `CertificateFiles` writes. */
/** From where a path begins, since a long word would else be read again from each of its characters. */
const CERTIFICATE_FILE = /(?<![\w./\\:~-])[\w./\\:~-]*connector-contract-ca-\w+[\\/]\d+\.pem/g

/**
 * A text as it is in every run: a session's port is the system's choice, and would make two reports of the
 * same verdict differ, and so would the file of a certificate. Neither is there any more when a report is read.
 */
export function steady(text: string): string {
  return text
    .replace(ON_LOOPBACK, '$1:PORT')
    .replace(IN_CONNECTION, '$1PORT')
    .replace(CERTIFICATE_FILE, 'CERTIFICATE')
}

/** A JSON value, every text in it steady. */
export function steadyIn<Value>(value: Value): Value {
  if (typeof value === 'string') return steady(value) as Value
  if (Array.isArray(value)) return value.map(steadyIn) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, steadyIn(member)]),
  ) as Value
}

/** A connection without the certificate that was made for the run. */
export function withoutCertificate(connection: Connection): Connection {
  const { selfSignedCert } = connection
  return selfSignedCert === undefined
    ? connection
    : { ...connection, selfSignedCert: 'CERTIFICATE' }
}
