import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import createConnector from '../../connectors/abc-security-monitor/index.ts'
import type { Connector } from '../../contracts/connector.ts'
import type { Method } from '../../contracts/method.ts'
import type { Call, Driver } from '../../harness/drivers/driver.ts'
import { openDriver } from '../../harness/drivers/open-driver.ts'
import { type Figure, milliseconds, ratio, sampled } from '../figure.ts'
import { type BenchedMock, openMock } from '../open-mock.ts'

const DEADLINE_MILLISECONDS = 10_000
/** The smallest connector that there can be on a command line, so that the driver is most of the cost. */
const PROGRAM = process.execPath
const PROGRAM_ARGUMENTS = ['-e', 'console.log(true)', '--']

/** What one call through each driver costs, beside the same call made without it. */
export async function driverCost(calls: { module: number; command: number }): Promise<Figure[]> {
  const mock = await openMock({ rows: 1_000 })
  try {
    const call = callsOn(mock)
    return [...(await ofModule(call, calls.module)), ...(await ofCommand(call, calls.command))]
  } finally {
    await mock.stop()
  }
}

type CallOf = (method: Method) => Call

function callsOn({ port, auth }: BenchedMock): CallOf {
  return (method) => ({
    method,
    connection: { host: '127.0.0.1', port, scheme: 'http' },
    configuration: { auth },
    arguments: [],
    deadlineMilliseconds: DEADLINE_MILLISECONDS,
  })
}

async function ofModule(callOf: CallOf, calls: number): Promise<Figure[]> {
  const target = { kind: 'module', specifier: 'abc-security-monitor', from: '.' } as const
  const driver = await openDriver(target)
  const ping = callOf('ping')
  const direct = () => connectorOf(ping).ping()
  try {
    return [
      ...(await beside('module driver: ping', answered(driver, ping), direct, calls)),
      ...(await alone('module driver: is_async', answered(driver, callOf('is_async')), calls)),
    ]
  } finally {
    await driver.close()
  }
}

async function ofCommand(callOf: CallOf, calls: number): Promise<Figure[]> {
  const prefix = [PROGRAM, ...PROGRAM_ARGUMENTS]
  const driver = await openDriver({ kind: 'command', prefix, cwd: process.cwd() })
  const direct = () => promisify(execFile)(PROGRAM, PROGRAM_ARGUMENTS)
  try {
    const through = answered(driver, callOf('is_async'))
    return await beside('command driver: a process that prints true', through, direct, calls)
  } finally {
    await driver.close()
  }
}

function connectorOf({ connection, configuration }: Call): Connector {
  return createConnector(connection, configuration) as Connector
}

/** A call that has to be answered. */
function answered(driver: Driver, call: Call): () => Promise<void> {
  return async () => {
    const { kind } = await driver.call(call)
    if (kind !== 'answered') throw new Error(`${driver.label} ${call.method}: ${kind}`)
  }
}

async function alone(
  what: string,
  through: () => Promise<unknown>,
  calls: number,
): Promise<Figure[]> {
  const taken: number[] = []
  for (let call = 0; call < calls; call += 1) taken.push(await timeOf(through))
  return [sampled(`${what}, a call`, taken, undefined, milliseconds)]
}

/** Both in turn, so that what else the machine does slows both. */
async function beside(
  what: string,
  through: () => Promise<unknown>,
  direct: () => Promise<unknown>,
  calls: number,
): Promise<Figure[]> {
  const taken: number[] = []
  const without: number[] = []
  for (let call = 0; call < calls; call += 1) {
    without.push(await timeOf(direct))
    taken.push(await timeOf(through))
  }
  const times = taken.map((each, call) => each / (without[call] ?? each))
  return [
    sampled(`${what}, a call`, taken, undefined, milliseconds),
    sampled(`${what}, driver / without`, times, undefined, ratio),
  ]
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}
