import { hostOrigin } from '../drivers/proxy-host/host-url.ts'
import { fingerprintOf } from '../drivers/proxy-host/trust.ts'
import type { Target } from '../drivers/target.ts'
import { UsageError } from '../errors.ts'

/** What `verify` is told of a host, as it is written on the command line. */
export interface ProxyHostOptions {
  readonly proxyHost?: string
  readonly proxyCert?: string
  readonly proxyPin?: string
  readonly module?: string
}

/**
 * The connector behind a host of stix-shifter's, or undefined where none is named.
 *
 * @param words all operands of the command line: a host is named by options alone.
 * @throws UsageError where the options do not fit together.
 */
export function proxyHostTarget(
  options: ProxyHostOptions,
  words: readonly string[],
): Target | undefined {
  const { proxyHost, proxyCert, proxyPin, module } = options
  if (proxyHost === undefined) {
    if (proxyCert === undefined && proxyPin === undefined) return undefined
    throw new UsageError('a certificate is given, and no host that it belongs to', {
      hint: 'Add --proxy-host https://host:port.',
    })
  }
  if (words.length > 0) {
    throw new UsageError(`both a host and another target (${words.join(' ')}) are named`, {
      hint: 'Name the one that is to be verified.',
    })
  }
  const url = hostOrigin(proxyHost)
  requireOneTrust(url, proxyCert, proxyPin)
  return {
    kind: 'proxy-host',
    url,
    ...(module === undefined ? {} : { module }),
    ...(proxyCert === undefined ? {} : { certificate: proxyCert }),
    ...(proxyPin === undefined ? {} : { pin: fingerprintOf(proxyPin) }),
    from: process.cwd(),
  }
}

function requireOneTrust(url: string, certificate: string | undefined, pin: string | undefined) {
  if (certificate === undefined && pin === undefined) return
  if (url.startsWith('http:')) {
    throw new UsageError(`${url} shows no certificate`, {
      hint: 'Leave out --proxy-cert and --proxy-pin, or write https.',
    })
  }
  if (certificate !== undefined && pin !== undefined) {
    throw new UsageError('both --proxy-cert and --proxy-pin are given', {
      hint: 'One of them says which certificate to trust; leave out the other.',
    })
  }
}
