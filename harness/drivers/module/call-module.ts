import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Method } from '../../../contracts/method.ts'
import { answered } from '../answered.ts'
import type { Call, CallResult, Outcome } from '../driver.ts'
import { startDeadline } from '../process/deadline.ts'
import { attributeSideEffects } from './attribute-side-effects.ts'
import { CallScope, currentCall } from './call-scope.ts'
import { messageOf } from './message-of.ts'
import { traceOf } from './trace-of.ts'
import { Turns } from './turns.ts'
import { giveCallsTheirVariables } from './variables-of-call.ts'

/** What is told of a connector that did something to its process after its call had its outcome. */
export type Late = (method: Method, outcome: Outcome) => void

/** Told, as a call begins, how to give it up. */
export type Timed = (giveUp: () => void) => void

/**
 * Calls a connector in this process, each call on a connector fresh from the factory, as stix-shifter makes a fresh
 * StixTransmission for each.
 *
 * An answer is the live value, whatever it is. A connector that blocks the thread cannot be stopped from within it: its
 * deadline passes unnoticed until it gives the thread back.
 *
 * @returns what makes a call, until its deadline has passed; or until it is given up, where somebody else has the time.
 */
export function callerOf(
  factory: ConnectorFactory,
  late: Late = () => {},
): (call: Call, timed?: Timed) => Promise<CallResult> {
  attributeSideEffects()
  giveCallsTheirVariables()
  const turns = new Turns()
  return (call, timed) =>
    turns.run(async () => {
      const result = await callOnce(factory, call, late, timed)
      if (result.kind === 'too-much-output') {
        turns.take()
        // Where the process was started with it: else the next such value comes on top of this one.
        globalThis.gc?.()
      }
      return result
    })
}

async function callOnce(
  factory: ConnectorFactory,
  call: Call,
  late: Late,
  timed: Timed | undefined,
): Promise<CallResult> {
  const scope = new CallScope(call.environment, (outcome) => late(call.method, outcome))
  const giveUp = () =>
    scope.settle({ kind: 'timed-out', afterMilliseconds: call.deadlineMilliseconds })
  const endDeadline = timed === undefined ? startDeadline(call, giveUp) : () => {}
  timed?.(giveUp)
  void currentCall.run(scope, () => invoke(factory, call)).then((outcome) => scope.settle(outcome))
  const outcome = await scope.outcome
  endDeadline()
  return { ...outcome, stdout: scope.stdout.text(), stderr: scope.stderr.text() }
}

async function invoke(factory: ConnectorFactory, call: Call): Promise<Outcome> {
  try {
    const [connection, configuration] = [copyOf(call.connection), copyOf(call.configuration)]
    const connector: unknown = await factory(connection, configuration)
    const method = methodOf(connector, call.method)
    return answered(await Reflect.apply(method, connector, call.arguments.map(copyOf)))
  } catch (thrown) {
    return threw(thrown)
  }
}

function threw(thrown: unknown): Outcome {
  const trace = traceOf(thrown)
  return { kind: 'threw', message: messageOf(thrown), ...(trace === undefined ? {} : { trace }) }
}

function methodOf(connector: unknown, name: Method): (...args: unknown[]) => unknown {
  if (typeof connector !== 'object' || connector === null) {
    const instead = typeof connector === 'function' ? '; export the inner function as default' : ''
    throw new TypeError(
      `The factory gave ${messageOf(connector)} instead of a connector${instead}.`,
    )
  }
  const method: unknown = Reflect.get(connector, name)
  if (!isFunction(method)) throw new TypeError(`The connector has no method "${name}".`)
  return method
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function'
}

/** What a connector changes in what it was given must not reach its next call. */
function copyOf<T>(value: T): T {
  try {
    return structuredClone(value)
  } catch {
    return value // metadata that a connector gave with a function in it, say: ENV-5 judges that
  }
}
