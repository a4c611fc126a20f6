import type { Call } from '../driver.ts'
import { shellQuote } from '../shell-quote.ts'
import type { Target } from '../target.ts'
import { hostRequest } from './host-request.ts'

/**
 * The call as a curl command, quoted for a POSIX shell, which talks to no other host than this one.
 *
 * @param keyHash the SHA-256 of the public key that the host has shown, in base64: curl pins keys, and
 *   not certificates.
 */
export function curlCommand(
  target: Extract<Target, { kind: 'proxy-host' }>,
  call: Omit<Call, 'deadlineMilliseconds'>,
  keyHash: string | undefined,
): string {
  const { path, body } = hostRequest(call, target.module)
  const words = ['curl', ...trustWords(target, keyHash), `${target.url}${path}`, '--data', body]
  return words.map((word) => shellQuote(word)).join(' ')
}

function trustWords(
  { certificate, pin }: Extract<Target, { kind: 'proxy-host' }>,
  keyHash: string | undefined,
): readonly string[] {
  if (certificate !== undefined) return ['--cacert', certificate]
  if (pin === undefined || keyHash === undefined) return []
  // Without --insecure curl would refuse a self-signed certificate before it looks at the key.
  return ['--insecure', '--pinnedpubkey', `sha256//${keyHash}`]
}
