import { existsSync, readFileSync, statSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as z from 'zod'
import { TargetError } from '../errors.ts'

/** Our own connectors by the names that the guide and this project give them. */
const OWN_CONNECTORS: Readonly<Record<string, string>> = {
  abc: 'abc-security-monitor',
  'abc-security-monitor': 'abc-security-monitor',
  'abc-security-monitor-sync': 'abc-security-monitor-sync',
}

/**
 * The file that a user's name for a connector module stands for.
 *
 * @param specifier see loadConnectorModule
 * @param from the folder that relative paths start at
 * @throws TargetError where there is no such file, folder or package
 */
export function resolveConnectorPath(specifier: string, from: string): string {
  const own = OWN_CONNECTORS[specifier]
  if (own !== undefined) {
    return entryOf(fileURLToPath(new URL(`../../connectors/${own}`, import.meta.url)), specifier)
  }
  const path = specifier.startsWith('file:') ? pathOfUrl(specifier) : resolve(from, specifier)
  if (existsSync(path)) return entryOf(path, specifier)
  const inPackage = looksLikePath(specifier) ? undefined : packagePath(specifier, from)
  if (inPackage !== undefined) return entryOf(inPackage, specifier)
  const near = ENDINGS.find((ending) => existsSync(path.replace(/\.[cm]?[jt]s$/, '') + ending))
  const meant = near && `${specifier.replace(/\.[cm]?[jt]s$/, '')}${near}`
  throw new TargetError(`There is no connector module "${specifier}".`, {
    hint: `${meant === undefined ? '' : `Write ${meant}, which is there. `}Looked for ${path}${looksLikePath(specifier) ? '' : ' and for an installed package'}. Our own connectors are ${Object.keys(OWN_CONNECTORS).join(', ')}.`,
  })
}

const ENDINGS = ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs']

/** What no package can be called. */
function looksLikePath(specifier: string): boolean {
  return /^(?:\.|[\\/]|[A-Za-z]+:)/.test(specifier)
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url)
  } catch (cause) {
    throw new TargetError(`There is no connector module "${url}".`, {
      hint: 'Write a file: URL of this machine, such as file:///home/me/connector.ts.',
      cause,
    })
  }
}

/** Where a package, or a file in one, lies: looked up as Node does, from `from` upwards. */
function packagePath(specifier: string, from: string): string | undefined {
  const [, name, inside] = /^(@[^/]+\/[^/]+|[^/@][^/]*)(?:\/(.+))?$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  try {
    const manifest = findPackageJSON(name, pathToFileURL(join(from, 'index.js')))
    if (manifest === undefined) return undefined
    const path = join(dirname(manifest), inside ?? '')
    return existsSync(path) ? path : undefined
  } catch {
    return undefined // how Node says that no folder above holds the package
  }
}

/** A file is its own entry; a folder's is what its package.json says, or its index. */
function entryOf(path: string, specifier: string): string {
  if (!statSync(path).isDirectory()) return path
  const candidates = [manifestEntry(path), 'index.ts', 'index.js', 'index.mjs', 'index.cjs']
  for (const candidate of candidates) {
    if (candidate !== undefined && existsSync(join(path, candidate))) return join(path, candidate)
  }
  throw new TargetError(`The folder "${specifier}" holds no connector module.`, {
    hint: 'Give it an index.ts or index.js, or name the file.',
  })
}

const Manifest = z.looseObject({ main: z.string().optional(), exports: z.unknown().optional() })
const Exported = z.unknown().optional()
const Conditions = z.looseObject({ '.': Exported, import: Exported, default: Exported })

function manifestEntry(folder: string): string | undefined {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return undefined
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    return exportedEntry(manifest.exports) ?? manifest.main
  } catch (cause) {
    throw new TargetError(`${file} is not a readable package.json.`, {
      hint: 'Correct it, or name the connector file itself.',
      cause,
    })
  }
}

/** The file of the export `.`, in any of the ways in which package.json may spell it. */
function exportedEntry(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported
  const conditions = Conditions.safeParse(exported)
  if (!conditions.success) return undefined
  const { '.': root, import: imported, default: fallback } = conditions.data
  return exportedEntry(root) ?? exportedEntry(imported) ?? exportedEntry(fallback)
}
