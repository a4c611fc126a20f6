import type { Driver } from './driver.ts'
import type { Bounds } from './module/host/bounds.ts'
import type { Target } from './target.ts'

/** Without others: a gigabyte, and half a minute. */
const USUAL: Bounds = { memoryBytes: 1_024 ** 3, loadMilliseconds: 30_000 }

/**
 * Opens the way to call `target`; each is loaded by those alone who go it.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target, bounds: Partial<Bounds> = {}): Promise<Driver> {
  switch (target.kind) {
    case 'module':
      return (await import('./module/module-driver.ts')).openModuleDriver(target, {
        ...USUAL,
        ...bounds,
      })
    case 'command':
      return (await import('./command/command-driver.ts')).openCommandDriver(target)
    case 'stix-shifter':
      return (await import('./stix-shifter/stix-shifter-driver.ts')).openStixShifterDriver(target)
    case 'proxy-host':
      return (await import('./proxy-host/proxy-host-driver.ts')).openProxyHostDriver(target)
  }
}
