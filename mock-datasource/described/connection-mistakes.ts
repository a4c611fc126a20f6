import type { Description } from '../../contracts/data-source/description.ts'
import type { Mistake } from './mistake.ts'

/** What keeps a connector from reaching its data source by what it is given. */
export function* connectionMistakes({ connection }: Description): Generator<Mistake> {
  const { takes, port_in_host: inHost, ca_by_env: variable, more = {} } = connection
  const place = 'connection'
  if (!takes.includes('host')) {
    yield { place: `${place}.takes`, found: 'does not hold host, without which nothing is reached' }
  }
  if (inHost && takes.includes('port')) {
    yield { place: `${place}.port_in_host`, found: 'is true, and takes holds port too' }
  } else if (!inHost && !takes.includes('port')) {
    yield { place: `${place}.takes`, found: 'does not hold port, and port_in_host is not true' }
  }
  if (variable !== undefined && takes.includes('selfSignedCert')) {
    yield { place: `${place}.ca_by_env`, found: 'is there, and takes holds selfSignedCert too' }
  } else if (variable === undefined && !takes.includes('selfSignedCert')) {
    const found =
      'does not hold selfSignedCert, and there is no ca_by_env: no HTTPS could be trusted'
    if (!takes.includes('scheme')) yield { place: `${place}.takes`, found }
  }
  for (const name of Object.keys(more)) {
    if (!MEMBERS.includes(name)) continue
    yield { place: `${place}.more.${name}`, found: 'is given by itself, where takes holds it' }
  }
}

/** `options` are added to. */
const MEMBERS: readonly string[] = ['host', 'port', 'scheme', 'selfSignedCert']
