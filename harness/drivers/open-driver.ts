import type { Driver } from './driver.ts'
import type { Bounds } from './process/bounds.ts'
import type { Target } from './target.ts'

/** Without others: a gigabyte, and half a minute. */
const USUAL: Bounds = { memoryBytes: 1_024 ** 3, loadMilliseconds: 30_000 }

/**
 * Opens the way to call `target`; each is loaded by those alone who go it.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target, bounds: Partial<Bounds> = {}): Promise<Driver> {
  const all = { ...USUAL, ...bounds }
  switch (target.kind) {
    case 'module':
      return (await import('./module/module-driver.ts')).openModuleDriver(target, all)
    case 'command':
      return (await import('./command/command-driver.ts')).openCommandDriver(target, all)
    case 'stix-shifter': {
      const { openStixShifterDriver } = await import('./stix-shifter/stix-shifter-driver.ts')
      return openStixShifterDriver(target, all)
    }
    case 'python-object': {
      const { openPythonObjectDriver } = await import('./python-object/python-object-driver.ts')
      return openPythonObjectDriver(target)
    }
    case 'proxy-host':
      return (await import('./proxy-host/proxy-host-driver.ts')).openProxyHostDriver(target)
  }
}
