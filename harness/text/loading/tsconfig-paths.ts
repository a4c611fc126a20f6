import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What of a tsconfig.json says where imports lead. */
interface Paths {
  /** What its entries are relative to. */
  readonly folder: string
  readonly baseUrl?: string
  readonly paths: Readonly<Record<string, readonly string[]>>
}

/**
 * Where an import would lead by the `paths` and the `baseUrl` of the tsconfig.json nearest to a file, which Node does
 * not know; without their endings, and most likely first. Empty where none says anything.
 */
export function tsconfigPaths(specifier: string, importer: string): readonly string[] {
  const file = nearestAbove(dirname(importer))
  const found = file === undefined ? undefined : pathsOf(file)
  if (found === undefined) return []
  const { folder, baseUrl, paths } = found
  const mapped = Object.entries(paths).flatMap(([pattern, targets]) => {
    const star = starIn(specifier, pattern)
    return star === undefined ? [] : targets.map((target) => target.replace('*', () => star))
  })
  const from = resolve(folder, baseUrl ?? '.')
  return [...mapped, ...(baseUrl === undefined ? [] : [specifier])].map((each) => join(from, each))
}

/** What stands where the pattern has its star; undefined where it does not match. */
function starIn(specifier: string, pattern: string): string | undefined {
  const [head = '', tail] = pattern.split('*', 2)
  if (tail === undefined) return specifier === pattern ? '' : undefined
  const isLong = specifier.length >= head.length + tail.length
  if (!isLong || !specifier.startsWith(head) || !specifier.endsWith(tail)) return undefined
  return specifier.slice(head.length, specifier.length - tail.length)
}

function nearestAbove(folder: string): string | undefined {
  const path = join(folder, 'tsconfig.json')
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : nearestAbove(dirname(folder))
}

/** Of a file or of the one that it extends; undefined where neither has any. What is not as it should be counts for nothing. */
function pathsOf(file: string, most = 5): Paths | undefined {
  const { compilerOptions, extends: above } = contentOf(file)
  const { baseUrl, paths } = membersOf(compilerOptions)
  const targets = Object.entries(membersOf(paths)).map(([pattern, each]) => [
    pattern,
    textsIn(each),
  ])
  if (typeof baseUrl === 'string' || targets.length > 0) {
    const base = typeof baseUrl === 'string' ? { baseUrl } : {}
    return { folder: dirname(file), paths: Object.fromEntries(targets), ...base }
  }
  if (typeof above !== 'string' || !above.startsWith('.') || most === 0) return undefined
  return pathsOf(resolve(dirname(file), above), most - 1)
}

type Members = Readonly<Record<string, unknown>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {}
}

/** One text is meant as a list of it. */
function textsIn(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}

/** It is JSON with comments, and with commas at the end. */
function contentOf(file: string): Members {
  try {
    const text = readFileSync(file, 'utf8')
      .replaceAll(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[\s\S]*?\*\//g, '$1')
      .replaceAll(/,(?=\s*[}\]])/g, '')
    return membersOf(JSON.parse(text))
  } catch {
    return {}
  }
}
