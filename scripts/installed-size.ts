import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What an install may bring; a machine has the native parts of vite of its own platform. */
export const MOST = { packages: 165, megabytes: 90 } as const
/** What runs checks side by side, and what transforms for it; the rest is what `verify` and `mock` need themselves. */
const RUNNERS = ['vitest', 'vite']

interface Installed {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export interface InstalledSize {
  readonly packages: number
  readonly megabytes: number
  /** What there would not be without vitest. */
  readonly ofVitest: { readonly packages: number; readonly megabytes: number }
}

/** What an install of the package has brought into a folder. */
export function installedSize(folder: string, own: string): InstalledSize {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const packages: Readonly<Record<string, Installed>> = lock.packages
  const all = reachable(packages, `node_modules/${own}`, [])
  const without = new Set(reachable(packages, `node_modules/${own}`, RUNNERS))
  const sizes = new Map(all.map((path) => [path, bytesIn(join(folder, path))]))
  const sum = (paths: readonly string[]) => ({
    packages: paths.length,
    megabytes: Math.round(paths.reduce((total, path) => total + (sizes.get(path) ?? 0), 0) / 1e6),
  })
  return { ...sum(all), ofVitest: sum(all.filter((path) => !without.has(path))) }
}

function reachable(
  packages: Readonly<Record<string, Installed>>,
  from: string,
  leftOut: readonly string[],
): readonly string[] {
  const found = new Set([from])
  for (const path of found) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {}
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    for (const name of names.filter((each) => !leftOut.includes(each))) {
      const nested = `${path}/node_modules/${name}`
      const place = nested in packages ? nested : `node_modules/${name}`
      if (place in packages) found.add(place)
    }
  }
  return [...found]
}

/** Without what is nested: it is a package of its own. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((total, entry) => {
    if (entry.name === 'node_modules') return total
    const path = join(folder, entry.name)
    return total + (entry.isDirectory() ? bytesIn(path) : statSync(path).size)
  }, 0)
}
