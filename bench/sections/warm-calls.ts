import { fileURLToPath } from 'node:url'
import type { Call, Driver } from '../../harness/drivers/driver.ts'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import { makeCertificate, startMockDataSource } from '../../mock-datasource/index.ts'
import { type Figure, perSecond, ratio, sampled } from '../figure.ts'

const FOLDER = fileURLToPath(
  new URL('../../connectors/abc-security-monitor-python', import.meta.url),
)
/** How many times as many calls a second, at least. */
const TARGETS = { is_async: 20, ping: 8 } as const

/** How many calls a second the reference in Python answers, over HTTPS: new processes, and forked ones. */
export async function warmCalls(rounds: number): Promise<Figure[]> {
  const certificate = await makeCertificate()
  const mock = await startMockDataSource({ scheme: 'https', certificate })
  const prefix = ['python3', 'main.py', 'transmit', 'abc']
  const target = { kind: 'command', prefix, cwd: FOLDER } as const
  const drivers = [await openDriver({ ...target, cold: true }), await openDriver(target)] as const
  const call = {
    connection: { host: '127.0.0.1', port: mock.port, selfSignedCert: certificate.cert },
    configuration: { auth: mock.account.credentials },
    arguments: [],
    deadlineMilliseconds: 30_000,
  }
  try {
    return [
      ...(await compared(drivers, { ...call, method: 'is_async' }, rounds)),
      ...(await compared(drivers, { ...call, method: 'ping' }, rounds)),
    ]
  } finally {
    for (const driver of drivers) await driver.close()
    await mock.close()
  }
}

/** In turn, so that what else the machine does slows both. */
async function compared(
  drivers: readonly [Driver, Driver],
  call: Call & { readonly method: keyof typeof TARGETS },
  rounds: number,
): Promise<readonly Figure[]> {
  const taken: [number[], number[]] = [[], []]
  for (const driver of drivers) {
    for (let made = 0; made < 2; made += 1) await secondsOf(driver, call)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, driver] of drivers.entries()) {
      taken[index as 0 | 1].push(await secondsOf(driver, call))
    }
  }
  const [cold, warm] = taken
  const { method } = call
  const rates = (seconds: readonly number[]) => seconds.map((each) => 1 / each)
  const gained = cold.map((seconds, round) => seconds / (warm[round] ?? seconds))
  return [
    sampled(`${method}: new processes, calls a second`, rates(cold), undefined, perSecond),
    sampled(`${method}: forked, calls a second`, rates(warm), undefined, perSecond),
    sampled(`${method}: forked / new`, gained, { atLeast: TARGETS[method] }, ratio),
  ]
}

async function secondsOf(driver: Driver, call: Call): Promise<number> {
  const startedAt = performance.now()
  const result = await driver.call(call)
  if (result.kind !== 'answered') throw new Error(`${call.method}: ${result.kind} ${result.stderr}`)
  return (performance.now() - startedAt) / 1_000
}
