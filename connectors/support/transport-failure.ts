import { ConnectorFailure } from './connector-failure.ts'

/** OpenSSL's reasons to reject a certificate, as Node names them, that do not hold the word CERT. */
const CERTIFICATE_REASONS = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
])

/** What Node says where a connection ends before the answer has, and what a reader makes something of. */
const IN_WORDS = new Map([
  ['socket hang up', 'other side closed'],
  ['aborted', 'the answer was cut off'],
])

/**
 * What to answer where no complete HTTP answer arrived: `certificate_fail` where the certificate was
 * rejected (NET-4), else `service_unavailable` (NET-1, NET-2).
 */
export function transportFailure(error: unknown): ConnectorFailure {
  if (error instanceof ConnectorFailure) return error
  const code = codeOf(error)
  const reason = reasonOf(error, code)
  if (code !== undefined && (code.includes('CERT') || CERTIFICATE_REASONS.has(code))) {
    return new ConnectorFailure('certificate_fail', `The certificate was rejected: ${reason}`)
  }
  return new ConnectorFailure(
    'service_unavailable',
    `The data source could not be reached: ${reason}`,
  )
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/**
 * The message up to the advice on how to start Node that it may end with. An AggregateError (one error
 * for each address that was tried) has a code but no message.
 */
function reasonOf(error: unknown, code: string | undefined): string {
  const [message] = (error instanceof Error ? error.message : String(error)).split(/; |\n/)
  return IN_WORDS.get(message ?? '') || message || code || 'unknown reason'
}
