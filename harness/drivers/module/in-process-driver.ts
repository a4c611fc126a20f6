import type { Driver } from '../driver.ts'
import { loadConnectorModule } from '../load-connector-module.ts'
import type { Target } from '../target.ts'
import { callerOf } from './call-module.ts'
import { commandLine } from './module-driver.ts'

/**
 * Calls a connector module in this very process, which spares the start of another. For modules that are trusted not to
 * harm it: this project's own, by the hundred. Nothing that decides a verdict for others opens it.
 *
 * @throws {TargetError} the module cannot be loaded, or exports no connector factory.
 */
export async function openInProcessDriver(
  target: Extract<Target, { kind: 'module' }>,
): Promise<Driver> {
  const { specifier, from } = target
  const { factory, declarations } = await loadConnectorModule(specifier, from)
  return {
    kind: 'module',
    label: specifier,
    declarations,
    cannotCarry: () => undefined,
    call: callerOf(factory),
    commandLine: (call) => commandLine(specifier, call),
    close: async () => {},
  }
}
