import { DriverError } from '../../errors.ts'
import type { Call, CallResult, Driver, Outcome } from '../driver.ts'
import type { Target } from '../target.ts'
import { targetName } from '../target-name.ts'
import { cannotCarry } from './cannot-carry.ts'
import { curlCommand } from './curl-command.ts'
import { hostRequest } from './host-request.ts'
import { type Line, post } from './post.ts'
import { probeHost } from './probe-host.ts'
import { readResponse } from './read-response.ts'
import { trustOf } from './trust.ts'

const LIMITS = [
  'not seen: what the connector prints, and what it remembers, since one process makes all calls',
  'not carried: metadata given to status and results, without which PAGE-6 and PAGE-7 say nothing',
]

type ProxyHostTarget = Extract<Target, { kind: 'proxy-host' }>

/**
 * Calls a connector that runs elsewhere, in a container or under a debugger, over the HTTP protocol of
 * stix-shifter's own `host` command: one request a call, a fresh StixTransmission for each. What the host
 * prints is not seen, and a call that is given up goes on over there.
 *
 * @throws {TargetError} the host cannot be reached or trusted, or does not have the module.
 */
export async function openProxyHostDriver(target: ProxyHostTarget): Promise<Driver> {
  const trust = trustOf(target)
  const lifetime = new AbortController()
  let keyHash: string | undefined
  const sawKey = (hash: string) => {
    keyHash = hash
  }
  const line = { origin: target.url, trust, signal: lifetime.signal, sawKey }
  const callOnce = (call: Call) => callHost({ ...line, ...call }, target.module)
  await probeHost(callOnce, targetName(target))
  return {
    kind: 'proxy-host',
    label: targetName(target),
    declarations: undefined,
    rounds: true,
    cannotCarry,
    limits: () => LIMITS,
    call: async (call) => {
      refuseVariables(call)
      return requireHost(await callOnce(call))
    },
    commandLine: (call) => curlCommand(target, call, keyHash),
    close: async () => lifetime.abort(),
  }
}

/** What runs elsewhere has the variables that it was started with. */
function refuseVariables({ environment = {} }: Call): void {
  const [variable] = Object.keys(environment)
  if (variable === undefined) return
  throw new DriverError(`a host that runs elsewhere cannot be given the variable ${variable}.`, {
    hint: 'Verify the connector where it is: with --stix-shifter, or as a command after --.',
  })
}

/** A host that was there and is not any more says nothing of its connector. */
function requireHost(result: CallResult): CallResult {
  if (result.kind !== 'could-not-start') return result
  throw new DriverError(`${result.reason}.`, { hint: 'Look at what the host has printed.' })
}

async function callHost(call: Line & Call, module: string | undefined): Promise<CallResult> {
  const posted = await post(call, hostRequest(call, module))
  const outcome: Outcome = posted.kind === 'response' ? readResponse(posted) : posted
  return { ...outcome, stdout: '', stderr: '' }
}
