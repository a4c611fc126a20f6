import { BlockList, isIP } from 'node:net'
import { UsageError } from '../errors.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Where an API is. */
export interface BaseUrl {
  /** Scheme, host and port. */
  readonly origin: string
  /** What every path of the API begins with, without a slash at its end. */
  readonly basePath: string
}

/**
 * Where the API is that a user named, with or without its usual path at its end. Behind a gateway the path may
 * be longer. What is refused is not repeated: there may be a password in it.
 *
 * @param usual what paths of the API begin with where nobody says otherwise.
 * @param option the option that names it, for the message.
 * @throws UsageError where it is no such address.
 */
export function baseUrlOf(text: string, option: string, usual: string): BaseUrl {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${option} is no http or https address`, {
      hint: `Write ${option} https://host:port.`,
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(`${option} holds a user name or a password`, {
      hint: 'Give them by --username and --password, or in variables of the environment.',
    })
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(`${option} holds more than an address and a path`, {
      hint: `Write ${option} ${url.origin}${url.pathname}`,
    })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError(`${url.origin} would be sent credentials in the clear`, {
      hint: 'Use https, or a tunnel that ends on this machine; plain http goes to loopback addresses alone.',
    })
  }
  const path = url.pathname.replace(/\/+$/, '')
  return {
    origin: url.origin,
    basePath: path.endsWith(usual) ? path : `${path}${usual}`,
  }
}

function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[(.+)\]$/, '$1')
  if (isIP(name) === 0) return name === 'localhost' || name.endsWith('.localhost')
  return LOOPBACK.check(name, isIP(name) === 6 ? 'ipv6' : 'ipv4')
}
