import { openCommandDriver } from './command/command-driver.ts'
import type { Driver } from './driver.ts'
import { openModuleDriver } from './module/module-driver.ts'
import type { Target } from './target.ts'

/**
 * Opens the way to call `target`.
 * @throws {TargetError} the module cannot be loaded or is no connector; the program does not exist.
 */
export async function openDriver(target: Target): Promise<Driver> {
  return target.kind === 'module' ? openModuleDriver(target) : openCommandDriver(target)
}
