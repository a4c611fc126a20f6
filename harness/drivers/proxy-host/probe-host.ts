import { TargetError } from '../../errors.ts'
import type { Call, Outcome } from '../driver.ts'

/** How long the host may take for a call that needs no data source, in milliseconds. */
const PATIENCE = 10_000

/** Nothing listens on port 1; the credentials are nobody's. */
const NOWHERE = {
  connection: { host: '127.0.0.1', port: 1, options: { timeout: 5 } },
  configuration: { auth: { username: 'nobody', password: 'nothing' } },
  arguments: [],
  deadlineMilliseconds: PATIENCE,
} as const

/** Of a module that does not exist, the host alone can answer a ping, and does at once. */
const NO_MODULE = { ...NOWHERE.connection, type: 'connector_contract_probe' }

/** The words in which Python says that a module, or what it imports, is not there. */
const NOT_IMPORTED = /No module named|cannot import name/

/**
 * Sees that the host can be called and has the module, so that neither is blamed on the connector later.
 * `is_async` needs no data source; the `ping` is looked at for what the host itself does wrong.
 *
 * @throws TargetError where not, with what to do.
 */
export async function probeHost(
  call: (call: Call) => Promise<Outcome>,
  label: string,
): Promise<void> {
  const mode = await call({ ...NOWHERE, method: 'is_async' })
  requireStarted(mode)
  if (mode.kind === 'timed-out') {
    throw new TargetError(`${label} does not answer is_async within ${PATIENCE / 1_000} s.`, {
      hint: 'Look at what the host prints; a debugger may hold it at a breakpoint.',
    })
  }
  const problem = mode.kind === 'answered' ? importProblem(mode.value) : undefined
  if (problem !== undefined) {
    throw new TargetError(`The host cannot import the module: ${problem}`, {
      hint: 'Give --module the name of its folder in stix_shifter_modules, and install what it imports where the host runs.',
    })
  }
  const ping = await call({ ...NOWHERE, connection: NO_MODULE, method: 'ping' })
  requireStarted(ping)
  if (mode.kind === 'no-value' && ping.kind === 'no-value') {
    throw new TargetError(`${label} does not answer as a stix-shifter host does: ${ping.reason}.`, {
      hint: 'Check the address, and whether it is https or http; see docs/proxy-host.md.',
    })
  }
}

function requireStarted(outcome: Outcome): void {
  if (outcome.kind !== 'could-not-start') return
  throw new TargetError(`${outcome.reason}.`, { hint: hintFor(outcome.reason) })
}

function hintFor(reason: string): string {
  if (reason.includes('its certificate')) {
    return "Give --proxy-cert the host's PEM file, or, once you know the fingerprint to be the host's, --proxy-pin."
  }
  if (reason.includes('--module') || reason.includes('docs/')) return 'See docs/proxy-host.md.'
  return 'Start the host first, and check address and port; see docs/proxy-host.md.'
}

function importProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('error' in value)) return undefined
  const said = String(value.error)
  return NOT_IMPORTED.test(said) ? said : undefined
}
