import type { Driver } from './driver.ts'
import type { Target } from './target.ts'

/**
 * Opens the way to call `target`; each is loaded by those alone who go it.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target): Promise<Driver> {
  switch (target.kind) {
    case 'module':
      return (await import('./module/module-driver.ts')).openModuleDriver(target)
    case 'command':
      return (await import('./command/command-driver.ts')).openCommandDriver(target)
    case 'stix-shifter':
      return (await import('./stix-shifter/stix-shifter-driver.ts')).openStixShifterDriver(target)
    case 'proxy-host':
      return (await import('./proxy-host/proxy-host-driver.ts')).openProxyHostDriver(target)
  }
}
