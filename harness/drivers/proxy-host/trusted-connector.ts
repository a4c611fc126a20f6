import { createHash } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import { buildConnector } from 'undici'
import type { Trust } from './trust.ts'

/** How long a connection may take, TLS included, in milliseconds. A longer wait is no connector's fault. */
const CONNECT_LIMIT = 5_000

/** No connection to the host, or none that may be used; the message is a reason to print. */
export class HostUnreachable extends Error {}

/**
 * Opens connections for undici, over TLS to a trusted host alone: to any other, not one byte is sent.
 *
 * @param signal ends the attempt.
 * @param sawKey told the SHA-256 of the host's public key, in base64, once the host is trusted.
 */
export function trustedConnector(
  trust: Trust,
  signal: AbortSignal,
  sawKey: (hash: string) => void,
): buildConnector.connector {
  const connect = buildConnector({
    allowH2: false,
    timeout: CONNECT_LIMIT,
    signal,
    // A resumed session would be taken for authorized without a look at the host's names.
    maxCachedSessions: 0,
    // The certificate is judged below, where the message can tell its fingerprint.
    rejectUnauthorized: false,
    ...(trust.kind === 'certificate' ? { ca: trust.pem, allowPartialTrustChain: true } : {}),
  })
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error) return callback(new HostUnreachable(reasonOf(error)), null)
      const objection = socket instanceof TLSSocket ? objectionTo(socket, trust, sawKey) : undefined
      if (objection === undefined) return callback(null, socket)
      socket.destroy()
      return callback(new HostUnreachable(objection), null)
    })
}

function objectionTo(
  socket: TLSSocket,
  trust: Trust,
  sawKey: (hash: string) => void,
): string | undefined {
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) return 'it shows no certificate'
  const shown = certificate.fingerprint256
  const isTrusted =
    trust.kind === 'pin'
      ? shown.replaceAll(':', '').toLowerCase() === trust.fingerprint
      : socket.authorized
  if (isTrusted) {
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' })
    sawKey(createHash('sha256').update(key).digest('base64'))
    return undefined
  }
  const why =
    trust.kind === 'pin' ? 'is not the pinned one' : wordsFor(String(socket.authorizationError))
  return `its certificate ${why}; it shows the one with the SHA-256 fingerprint ${shown}`
}

const OBJECTIONS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed, and not one that was given',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is signed by an authority that is not trusted',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name than that of the address',
}

function wordsFor(code: string): string {
  return OBJECTIONS[code] ?? `is not trusted (${code})`
}

function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : error.name
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there (ECONNREFUSED)'
    case 'ENOTFOUND':
      return 'its name is unknown (ENOTFOUND)'
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `no connection within ${CONNECT_LIMIT / 1_000} s`
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return `it does not speak TLS (${code})`
    default:
      return `there is no connection: ${error.message || code}`
  }
}
