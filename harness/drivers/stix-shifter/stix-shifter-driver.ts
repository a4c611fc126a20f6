import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { TargetError, UsageError } from '../../errors.ts'
import type { Call, CallResult, Driver } from '../driver.ts'
import type { Bounds } from '../process/bounds.ts'
import { findProgram } from '../process/find-program.ts'
import { ProcessGuard } from '../process/process-guard.ts'
import { ProcessMarks } from '../process/process-marks.ts'
import type { Target } from '../target.ts'
import { targetName } from '../target-name.ts'
import { cannotCarry } from './cannot-carry.ts'
import { commandLine } from './command-line.ts'
import { outcomeOf } from './outcome-of.ts'
import { refusalError } from './refusal-error.ts'
import { WorkerPool } from './worker-pool.ts'
import { type Exchange, type Keepers, WorkerProcess } from './worker-process.ts'

type StixShifterTarget = Extract<Target, { kind: 'stix-shifter' }>

const LIMITS = [
  'not carried: metadata that Python takes for false, which StixTransmission leaves out',
  'not carried: a port as text, which it refuses itself',
  'not seen: exceptions of the connector, which StixTransmission answers with failures of its own',
] as const
/** Most calls wait for the data source, so that twice the cores is not too many; each takes some 50 MB. */
const MOST_WORKERS = Math.min(8, 2 * availableParallelism())
/** In milliseconds, for importing stix-shifter and the module on a busy machine. */
const START_DEADLINE = 60_000
const AT_START = { deadlineMilliseconds: START_DEADLINE }

/**
 * Calls a module of stix-shifter through its `StixTransmission`, a fresh one for each call, in Python
 * processes that live on from call to call. One that crashes, hangs or writes without end is ended with
 * its whole group, and another takes its place.
 *
 * @throws {TargetError} there is no such checkout, module or Python, or something cannot be imported.
 */
export async function openStixShifterDriver(
  target: StixShifterTarget,
  { memoryBytes }: Pick<Bounds, 'memoryBytes'>,
): Promise<Driver> {
  const place = placeOf(target)
  const guard = new ProcessGuard()
  const marks = new ProcessMarks()
  const keepers = { guard, marks, memoryBytes }
  const pool = new WorkerPool(() => startWorker(place, keepers), MOST_WORKERS)
  const close = async () => {
    await pool.close()
    await guard.close()
    marks.close()
  }
  try {
    await pool.lend('', async () => {}) // starts the first: what is wrong is known now
  } catch (error) {
    await close()
    throw error
  }
  return {
    kind: 'stix-shifter',
    label: targetName(target),
    declarations: undefined,
    rounds: true,
    cannotCarry,
    limits: () => LIMITS,
    call: (call) => callOnce(pool, call),
    commandLine: (call) => commandLine(place, call),
    close,
  }
}

/** A target with all paths from the root. */
interface Place {
  readonly checkout: string
  readonly module: string
  readonly python: string
}

function placeOf({ checkout: given, module, python, from }: StixShifterTarget): Place {
  const checkout = resolve(from, given)
  const transmission = join('stix_shifter', 'stix_transmission', 'stix_transmission.py')
  if (process.platform === 'win32') {
    throw new TargetError('A stix-shifter module can be driven on Linux and macOS alone.', {
      hint: 'Name its command line instead: connector-contract verify -- python main.py transmit …',
    })
  }
  if (!isThere(checkout) || !isThere(join(checkout, transmission))) {
    const what = isThere(checkout) ? `no ${transmission} in it` : 'no such folder'
    throw new UsageError(`"${given}" is no checkout of stix-shifter: there is ${what}.`, {
      hint: 'Name the folder that holds stix-shifter’s main.py.',
    })
  }
  if (findProgram(python, from) === undefined) {
    throw new TargetError(`There is no Python "${python}" that can be run.`, {
      hint: 'Name one with --python, for example that of a virtual environment: --python .venv/bin/python',
    })
  }
  return { checkout, module, python: python.includes('/') ? resolve(from, python) : python }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

async function startWorker(place: Place, keepers: Keepers): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start(place.python, place.checkout, keepers).catch(
    (cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new TargetError(`Python cannot be started: ${why}`, { cause })
    },
  )
  const { checkout, module } = place
  const started = await worker.ask({ kind: 'start', checkout, module }, AT_START)
  if (started.kind === 'replied' && started.reply.kind === 'ready') return worker
  await worker.end()
  if (started.kind === 'replied' && started.reply.kind === 'refused') {
    throw refusalError(started.reply, place)
  }
  const lastLine = started.stderr.trim().split('\n').at(-1) ?? ''
  throw new TargetError(`Python does not get as far as a call: ${endOf(started)}. ${lastLine}`, {
    hint: `stix-shifter needs Python 3.6 or later; ${place.python} was tried.`,
  })
}

function endOf(exchange: Exchange): string {
  if (exchange.kind === 'timed-out') return `nothing within ${START_DEADLINE / 1_000} s`
  if (exchange.kind !== 'ended') return `an unexpected ${exchange.kind}`
  return exchange.signal === null
    ? `it ended with exit code ${exchange.exitCode}`
    : `it ended by ${exchange.signal}`
}

async function callOnce(pool: WorkerPool, call: Call): Promise<CallResult> {
  const { method, connection, configuration, environment = {} } = call
  const args = call.arguments.slice(
    0,
    1 + call.arguments.findLastIndex((each) => each !== undefined),
  )
  const settings = { connection, configuration, environment }
  const request = { kind: 'call', method, ...settings, arguments: args } as const
  const session = `${connection.host} ${connection.port}`
  try {
    return await pool.lend(session, async (worker) => {
      const exchange = await worker.ask(request, call)
      const { stdout, stderr, milliseconds } = exchange
      const outcome = outcomeOf(exchange)
      if (leavesMess(exchange)) await worker.end()
      return { ...outcome, stdout, stderr, milliseconds }
    })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    const reason = [error.message, error.hint].filter((each) => each !== undefined).join(' ')
    return { kind: 'could-not-start', reason, stdout: '', stderr: '' }
  }
}

/** A process that would have ended, or whose children live on, is not asked again. */
function leavesMess(exchange: Exchange): boolean {
  if (exchange.kind !== 'replied') return false
  const { reply } = exchange
  return reply.kind === 'exited' || ('leftover' in reply && reply.leftover)
}
