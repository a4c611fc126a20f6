import { argumentTexts } from '../argument-text.ts'
import type { Call, Driver } from '../driver.ts'
import type { Bounds } from '../process/bounds.ts'
import { shellLine } from '../shell-quote.ts'
import type { Target } from '../target.ts'
import { Hosts } from './host/hosts.ts'

type ModuleTarget = Extract<Target, { kind: 'module' }>

/**
 * Calls a connector module in processes of its own, where it can loop, leave or take all memory without harm to
 * whoever judges it. Calls overlap within one process, each on a connector fresh from the factory, as stix-shifter
 * makes a fresh StixTransmission for each.
 *
 * @throws {TargetError} the module cannot be loaded, or exports no connector factory.
 */
export async function openModuleDriver(target: ModuleTarget, bounds: Bounds): Promise<Driver> {
  const { specifier, from } = target
  const hosts = new Hosts({ ...bounds, specifier, from })
  const declarations = await hosts.declarations().catch(async (error: unknown) => {
    await hosts.close()
    throw error
  })
  const driver: Driver = {
    kind: 'module',
    label: specifier,
    declarations,
    cannotCarry: () => undefined,
    call: (call) => hosts.call(call),
    commandLine: (call) => commandLine(specifier, call),
    close: () => hosts.close(),
  }
  return {
    ...driver,
    apart: {
      isBetter: () => hosts.isApartBetter,
      run: (work, how) => hosts.apart((call) => work({ ...driver, call }), how),
    },
    deeds: () => hosts.deeds,
  }
}

/** The command that a person pastes to repeat a call of a module. */
export function commandLine(
  specifier: string,
  {
    connection,
    configuration,
    environment,
    method,
    arguments: args,
  }: Omit<Call, 'deadlineMilliseconds'>,
): string {
  return shellLine(
    [
      ...['npx', 'connector-contract', 'transmit', specifier],
      ...[JSON.stringify(connection), JSON.stringify(configuration)],
      ...[method, ...argumentTexts(method, args)],
    ],
    environment,
  )
}
