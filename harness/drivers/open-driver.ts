import { openCommandDriver } from './command/command-driver.ts'
import type { Driver } from './driver.ts'
import { openModuleDriver } from './module/module-driver.ts'
import { openProxyHostDriver } from './proxy-host/proxy-host-driver.ts'
import { openStixShifterDriver } from './stix-shifter/stix-shifter-driver.ts'
import type { Target } from './target.ts'

/**
 * Opens the way to call `target`.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target): Promise<Driver> {
  switch (target.kind) {
    case 'module':
      return openModuleDriver(target)
    case 'command':
      return openCommandDriver(target)
    case 'stix-shifter':
      return openStixShifterDriver(target)
    case 'proxy-host':
      return openProxyHostDriver(target)
  }
}
