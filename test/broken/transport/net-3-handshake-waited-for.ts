import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { connect } from 'node:tls'
import type { Connection } from '../../../contracts/connection.ts'
import { broken } from '../support/broken.ts'

/** Beyond what a call may take, though a test need not wait for ever. */
const LONG_ENOUGH = 7_000

export default broken({
  clause: 'NET-3',
  defect: 'no limit to the TLS handshake, in which the data source says nothing or stops',
  connector: (correct, { connection }) => ({
    async ping() {
      if (connection.scheme !== 'http') await handshake(connection)
      return correct.ping()
    },
  }),
})

async function handshake({ host, port, selfSignedCert }: Connection): Promise<void> {
  const socket = connect({
    host,
    port: Number(port),
    ...(selfSignedCert && { ca: selfSignedCert }),
  })
  const isOver = new AbortController()
  try {
    const ready = once(socket, 'secureConnect').catch(() => undefined)
    const late = setTimeout(LONG_ENOUGH, undefined, isOver).catch(() => undefined)
    await Promise.race([ready, late])
  } finally {
    isOver.abort()
    socket.destroy()
  }
}
