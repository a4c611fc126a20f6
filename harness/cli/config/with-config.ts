import type { ConfigFile } from '../../../contracts/config-file.ts'

/** The settings of the file that are options of `verify` by the same name. */
const SHARED = [
  ...(['timeout', 'only', 'basis', 'skip', 'seed', 'runs', 'profile', 'budget'] as const),
  ...(['jobs', 'memory', 'strict', 'http', 'cold'] as const),
] satisfies readonly (keyof ConfigFile)[]

/** Options with what the file says in place of their defaults; what the command line says stays. */
export function withConfig<Options extends object>(
  options: Options,
  file: ConfigFile,
  isGiven: (option: string) => boolean,
): Options {
  const configured = SHARED.filter((name) => file[name] !== undefined && !isGiven(name))
  return { ...options, ...Object.fromEntries(configured.map((name) => [name, file[name]])) }
}
