import { fileURLToPath } from 'node:url'
import type { Call, Driver } from '../../harness/drivers/driver.ts'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import type { Target } from '../../harness/drivers/target.ts'
import { type Figure, perSecond, ratio, sampled } from '../figure.ts'
import { openHost } from '../open-host.ts'
import { openMock } from '../open-mock.ts'

const DEADLINE_MILLISECONDS = 30_000
/** A call of these is so quick that one alone cannot be timed. */
const CALLS_OF_A_ROUND = { module: 100, 'stix-shifter': 30, 'proxy-host': 10, command: 1 } as const
type Kind = keyof typeof CALLS_OF_A_ROUND
/** What a worker that lives on is to save: source, the issue that asked for it. */
const TARGET = { atLeast: 50 }

/** A module in a checkout of stix-shifter. */
export interface Checkout {
  readonly folder: string
  readonly module: string
  readonly python: string
}

/** In the place of stix-shifter, which is not everywhere. */
const STAND_IN: Checkout = {
  folder: fileURLToPath(new URL('../../test/python/stix_shifter_stand_in', import.meta.url)),
  module: 'abc_security_monitor',
  python: 'python3',
}

/**
 * How many calls each driver makes a second, one after the other: `is_async`, which asks nobody, so that
 * the driver is all of its cost, and `ping`, which makes one request. `command` starts for each call the
 * same StixTransmission that `stix-shifter` keeps at hand; `module` calls the reference in TypeScript, and
 * `proxy-host` a host that serves the one in Python.
 */
export async function callsPerSecond(
  rounds: number,
  checkout: Checkout = STAND_IN,
): Promise<Figure[]> {
  const mock = await openMock({ rows: 1_000 })
  const host = await openHost(checkout.python)
  const drivers = await Promise.all(
    targetsIn(checkout, host.url).map((target) => openDriver(target)),
  )
  const { port, auth } = mock
  const scheme = checkout === STAND_IN ? ({ scheme: 'http' } as const) : {}
  const call = {
    connection: { host: '127.0.0.1', port, ...scheme },
    configuration: { auth },
    arguments: [],
    deadlineMilliseconds: DEADLINE_MILLISECONDS,
  }
  try {
    return [
      ...(await figuresOf(drivers, { ...call, method: 'is_async' }, rounds)),
      ...(await figuresOf(drivers, { ...call, method: 'ping' }, rounds)),
    ]
  } finally {
    await Promise.all(drivers.map((driver) => driver.close()))
    await host.close()
    await mock.stop()
  }
}

function targetsIn({ folder, module, python }: Checkout, url: string): readonly Target[] {
  const from = process.cwd()
  return [
    { kind: 'module', specifier: 'abc-security-monitor', from },
    { kind: 'stix-shifter', checkout: folder, module, python, from },
    { kind: 'proxy-host', url, module: 'abc', from },
    {
      kind: 'command',
      prefix: [python, 'main.py', 'transmit', module],
      cwd: folder,
      cold: true,
    },
  ]
}

/** In turn, so that what else the machine does slows all. */
async function figuresOf(
  drivers: readonly Driver[],
  call: Call,
  rounds: number,
): Promise<readonly Figure[]> {
  const taken = new Map<Kind, number[]>()
  for (const driver of drivers) await secondsOf(driver, call) // starts what is to live on
  for (let round = 0; round < rounds; round += 1) {
    for (const driver of drivers) {
      const kind = driver.kind as Kind
      taken.set(kind, [...(taken.get(kind) ?? []), await secondsOf(driver, call)])
    }
  }
  const seconds = (kind: Kind) => taken.get(kind) ?? []
  const kept = seconds('stix-shifter')
  const saved = seconds('command').map((each, round) => each / (kept[round] ?? each))
  const { method } = call
  return [
    ...Array.from(taken.keys(), (kind) =>
      sampled(
        `${kind} driver: ${method}, calls a second`,
        seconds(kind).map((each) => 1 / each),
        undefined,
        perSecond,
      ),
    ),
    sampled(
      `${method}: one process a call / stix-shifter`,
      saved,
      method === 'is_async' ? TARGET : undefined,
      ratio,
    ),
  ]
}

/** What one call takes. */
async function secondsOf(driver: Driver, call: Call): Promise<number> {
  const calls = CALLS_OF_A_ROUND[driver.kind as Kind]
  const startedAt = performance.now()
  for (let made = 0; made < calls; made += 1) {
    const { kind } = await driver.call(call)
    if (kind !== 'answered') throw new Error(`${driver.label} ${call.method}: ${kind}`)
  }
  return (performance.now() - startedAt) / 1_000 / calls
}
