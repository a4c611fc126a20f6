import type { MockDataSource } from '../../../mock-datasource/index.ts'

/** The address by which a client on this machine reaches a mock. */
export function urlToReach({ scheme, host, port }: MockDataSource): string {
  const name = hostToReach(host)
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** A mock that listens on every address is reached at the one its certificate names. */
export function hostToReach(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}
