import { resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { readGiven } from '../../text/read-given.ts'

/** Which certificate a host may show: one that the system trusts, one of a file, or one very one. */
export type Trust =
  | { readonly kind: 'system' }
  /** `pem`: the host's own certificate, or that of an authority that signed it. Names are verified. */
  | { readonly kind: 'certificate'; readonly pem: string }
  /** SHA-256 of the certificate, 64 lower-case hex digits. Names and dates do not matter. */
  | { readonly kind: 'pin'; readonly fingerprint: string }

/**
 * A SHA-256 fingerprint of a certificate as people copy it, e.g. from
 * `openssl x509 -noout -fingerprint -sha256`, as 64 lower-case hex digits.
 *
 * @throws UsageError where it is none.
 */
export function fingerprintOf(pin: string): string {
  const digits = pin
    .replace(/^sha-?256(?:\s+fingerprint)?\s*[:=]?/i, '')
    .replaceAll(/[:\s]/g, '')
    .toLowerCase()
  if (/^[0-9a-f]{64}$/.test(digits)) return digits
  throw new UsageError(`"${pin}" is no SHA-256 fingerprint of a certificate`, {
    hint: 'It has 64 hex digits, as `openssl x509 -noout -fingerprint -sha256 -in cert.pem` prints them.',
  })
}

/**
 * What a target says of the host's certificate.
 *
 * @param from the folder that `certificate` is relative to.
 * @throws UsageError where the file cannot be read or holds no certificate.
 */
export function trustOf(target: {
  readonly certificate?: string | undefined
  readonly pin?: string | undefined
  readonly from: string
}): Trust {
  if (target.pin !== undefined) return { kind: 'pin', fingerprint: fingerprintOf(target.pin) }
  if (target.certificate === undefined) return { kind: 'system' }
  return { kind: 'certificate', pem: readCertificate(target.certificate, target.from) }
}

function readCertificate(file: string, from: string): string {
  const pem = readText(file, from)
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
  throw new UsageError(`"${file}" holds no PEM certificate.`, {
    hint: 'Give --proxy-cert the file that the host was started with, with -----BEGIN CERTIFICATE----- in it.',
  })
}

function readText(file: string, from: string): string {
  try {
    return readGiven(resolve(from, file))
  } catch (cause) {
    throw new UsageError(`The certificate "${file}" cannot be read.`, {
      hint: 'Give --proxy-cert the PEM file that the host was started with.',
      cause,
    })
  }
}
