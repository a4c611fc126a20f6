import type { ConfigFile } from '../../../contracts/config-file.ts'
import type { Target } from '../../drivers/target.ts'

/** The target that a configuration names, its paths relative to the file's folder. */
export function configTarget(
  target: NonNullable<ConfigFile['target']>,
  folder: string,
): Target | undefined {
  const { module, command, stix_shifter, proxy_host } = target
  if (module !== undefined) return { kind: 'module', specifier: module, from: folder }
  if (command !== undefined) return { kind: 'command', prefix: command, cwd: folder }
  if (stix_shifter !== undefined) {
    const { checkout, module: name, python = 'python3' } = stix_shifter
    return { kind: 'stix-shifter', checkout, module: name, python, from: folder }
  }
  return proxy_host === undefined ? undefined : { kind: 'proxy-host', ...proxy_host, from: folder }
}
