import { BlockList, isIP } from 'node:net'
import { UsageError } from '../../errors.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/**
 * The origin of a host that a user named, e.g. `https://127.0.0.1:5000`.
 *
 * Plain HTTP goes to this machine alone: a call carries credentials, and a stranger's answers would be
 * taken for the connector's.
 *
 * @throws UsageError where it is no such address.
 */
export function hostOrigin(text: string): string {
  const url = URL.parse(text)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  if (!isWeb) {
    throw new UsageError(`"${text}" is no address of a host`, {
      hint: 'Write --proxy-host https://host:port, as the host was started with.',
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('an address of a host holds no user name and no password', {
      hint: 'The host asks for none; leave them out of --proxy-host.',
    })
  }
  if (`${url.pathname}${url.search}${url.hash}` !== '/') {
    throw new UsageError(`"${text}" holds more than the address of a host`, {
      hint: `Write --proxy-host ${url.origin}`,
    })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError(`${url.origin} would be sent credentials in the clear`, {
      hint: 'Use https, or a tunnel that ends on this machine; plain http goes to loopback addresses alone.',
    })
  }
  return url.origin
}

/** Whether a URL's host name is this machine, whatever the network. */
function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[(.+)\]$/, '$1')
  if (isIP(name) === 0) return name === 'localhost' || name.endsWith('.localhost')
  return LOOPBACK.check(name, isIP(name) === 6 ? 'ipv6' : 'ipv4')
}
