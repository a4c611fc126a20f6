import { TargetError } from '../../errors.ts'
import type { Call, CallResult, Driver } from '../driver.ts'
import { isJson } from '../is-json.ts'
import { shellQuote } from '../shell-quote.ts'
import { outcomeOf } from '../stix-shifter/outcome-of.ts'
import type { Target } from '../target.ts'
import { ObjectLine } from './object-line.ts'

const LIMITS = [
  'not seen: what the connector prints, and what it remembers, since one process makes all calls',
] as const

type PythonObjectTarget = Extract<Target, { kind: 'python-object' }>

/**
 * Calls a connector that is an object in a process of pytest, over a socket on which that process listens: one call at a
 * time, in its main thread, so that a debugger and a measurement of coverage see it.
 *
 * @throws {TargetError} nobody listens there.
 */
export async function openPythonObjectDriver(target: PythonObjectTarget): Promise<Driver> {
  const line = await ObjectLine.open(target.socket).catch((cause: unknown) => {
    throw new TargetError(`the process that holds ${target.name} does not listen`, {
      hint: `Run it from there: ${pytestCommand(target)}`,
      cause,
    })
  })
  return {
    kind: 'python-object',
    label: target.name,
    declarations: undefined,
    rounds: true,
    cannotCarry: (_method, args) =>
      args.every((each) => each === undefined || isJson(each))
        ? undefined
        : 'an argument that JSON cannot express',
    limits: () => LIMITS,
    call: (call) => callOnce(line, target, call),
    commandLine: () => pytestCommand(target),
    close: async () => line.close(),
  }
}

/** What a person runs to have it called again. */
export function pytestCommand(
  { name }: Pick<PythonObjectTarget, 'name'>,
  more: readonly string[] = [],
): string {
  return ['pytest', name, ...more].map((word) => shellQuote(word)).join(' ')
}

async function callOnce(
  line: ObjectLine,
  target: PythonObjectTarget,
  call: Call,
): Promise<CallResult> {
  const last = call.arguments.findLastIndex((each) => each !== undefined)
  const { method, connection, configuration, environment = {} } = call
  const request = {
    ...{ method, connection, configuration, environment },
    arguments: call.arguments.slice(0, last + 1),
  }
  const exchange = await line.ask(request, target.patient === true ? undefined : call)
  return { ...outcomeOf(exchange), stdout: '', stderr: '', milliseconds: exchange.milliseconds }
}
