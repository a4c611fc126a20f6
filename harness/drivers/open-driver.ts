import type { Driver } from './driver.ts'
import type { Bounds } from './process/bounds.ts'
import type { Target } from './target.ts'

/** Without others: a gigabyte, and half a minute. */
const USUAL: Bounds = { memoryBytes: 1_024 ** 3, loadMilliseconds: 30_000 }

/** Starts a connector, and opens the way to call it. */
export type OpenDriver = (bounds?: Partial<Bounds>) => Promise<Driver>

/**
 * Opens the way to call `target`.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target, bounds: Partial<Bounds> = {}): Promise<Driver> {
  return (await driverOf(target))(bounds)
}

/**
 * Loads what calls `target`; each is loaded by those alone who go that way. Whoever has it can start the connector before
 * anything else that takes long, and neither waits for the other.
 */
export async function driverOf(target: Target): Promise<OpenDriver> {
  switch (target.kind) {
    case 'module': {
      const { openModuleDriver } = await import('./module/module-driver.ts')
      return (bounds) => openModuleDriver(target, { ...USUAL, ...bounds })
    }
    case 'command': {
      const { openCommandDriver } = await import('./command/command-driver.ts')
      return (bounds) => openCommandDriver(target, { ...USUAL, ...bounds })
    }
    case 'stix-shifter': {
      const { openStixShifterDriver } = await import('./stix-shifter/stix-shifter-driver.ts')
      return (bounds) => openStixShifterDriver(target, { ...USUAL, ...bounds })
    }
    case 'python-object': {
      const { openPythonObjectDriver } = await import('./python-object/python-object-driver.ts')
      return () => openPythonObjectDriver(target)
    }
    case 'proxy-host': {
      const { openProxyHostDriver } = await import('./proxy-host/proxy-host-driver.ts')
      return () => openProxyHostDriver(target)
    }
  }
}
