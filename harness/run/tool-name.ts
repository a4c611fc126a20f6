import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** The name and version of this package, e.g. `connector-contract 0.1.0`. */
export function toolName(): string {
  const path = findPackageJSON('.', import.meta.url)
  if (path === undefined) throw new Error('the package.json of connector-contract is missing')
  const { name, version } = JSON.parse(readFileSync(path, 'utf8'))
  return `${name} ${version}`
}
