import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { ExchangeMasker } from '../../harness/recordings/exchange-masker.ts'
import { startRecorder } from '../../harness/recordings/recorder.ts'
import { median } from '../median.ts'

const ROUNDS = 7
const EXCHANGES = 200

/** Masks nothing: what that takes is counted apart. */
class NoMasker extends ExchangeMasker {
  override mask(exchange: Parameters<ExchangeMasker['mask']>[0]) {
    return { exchange, at: [] }
  }
}

/**
 * The milliseconds of processor time that it takes to stand between a client and a service, for each answer: what both take
 * alone is taken off.
 */
export async function passingOn(body: string): Promise<number> {
  const service = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1')
  await once(service, 'listening')
  const direct = (service.address() as AddressInfo).port
  const recorder = await startRecorder({
    ...{ host: '127.0.0.1', port: 0, certificate: undefined },
    upstream: { origin: `http://127.0.0.1:${direct}`, basePath: '' },
    masker: new NoMasker(),
    ended: () => undefined,
  })
  const client = new Agent()
  try {
    const added: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = await askedOf(direct, client)
      added.push((await askedOf(recorder.port, client)) - alone)
    }
    // The first compiles.
    return median(added.slice(1))
  } finally {
    await client.destroy()
    await recorder.close()
    service.close()
  }
}

async function askedOf(port: number, client: Agent): Promise<number> {
  const start = process.cpuUsage()
  for (let n = 0; n < EXCHANGES; n += 1) {
    const asked = { origin: `http://127.0.0.1:${port}`, path: `/page/${n}`, method: 'GET' } as const
    const { body } = await client.request(asked)
    await body.text()
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000 / EXCHANGES
}
