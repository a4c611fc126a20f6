import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { CaseNotApplicable } from '../../kit/violation.ts'

const HOST = '127.0.0.1'
/**
 * Below the ports that a system hands out by itself, so that no other session can come to listen there;
 * and none that browsers' `fetch` refuses to call, since a connector built on it would fail differently.
 */
const PORTS = [2, 3, 4, 5, 6, 8, 10, 12, 14, 16]
/** RFC 6761: names below `.invalid` never exist. */
const UNKNOWN_HOST = 'connector-contract.invalid'
const LOOKUP_MILLISECONDS = 1_500

/** A port of the loopback address that refuses connections. Throws CaseNotApplicable where none does. */
export async function closedPort(): Promise<number> {
  for (const port of PORTS) {
    if (await refuses(port)) return port
  }
  throw new CaseNotApplicable('every low port of this machine has a listener')
}

/**
 * A host name that does not exist. A resolver that is slow to say so, or that answers with an address of
 * its own, would make the case say something about this network and nothing about the connector.
 */
export async function unknownHost(): Promise<string> {
  const verdict = await Promise.race([
    lookup(UNKNOWN_HOST).then(
      () => 'resolves',
      () => 'unknown',
    ),
    delay(LOOKUP_MILLISECONDS, 'slow', { ref: false }),
  ])
  if (verdict === 'unknown') return UNKNOWN_HOST
  throw new CaseNotApplicable(
    `this machine's resolver does not say that ${UNKNOWN_HOST} is unknown`,
  )
}

/** What is thrown where this machine cannot listen on an address says nothing of a connector. */
export function unlessThereIsNo(host = HOST): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'ENOTFOUND'].includes(error.code ?? '')) {
      throw error
    }
    throw new CaseNotApplicable(`this machine has no address ${host}`)
  }
}

function refuses(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', () => resolve(true))
  })
}
