/** The endings of a configuration file that is found by itself, in the order in which they are looked for. */
export const CONFIG_ENDINGS = ['json', 'yaml', 'yml', 'ts', 'js', 'mjs', 'cjs'] as const
export const CONFIG_NAME = 'connector-contract.config'

/** @param path from the folder of the run. */
export function isFoundByItself(path: string): boolean {
  return CONFIG_ENDINGS.some((ending) => path === `${CONFIG_NAME}.${ending}`)
}
