import { dirname, join, relative } from 'node:path/posix'
import { readSource } from './own-sources.ts'
import type { SkeletonFile } from './skeleton.ts'

const RELATIVE_IMPORT = /(?<=\b(?:from|import) ')\.{1,2}\/[^']+(?=')/g

/**
 * A module of the package and every one that it imports, at other places, each import made to fit.
 *
 * @param entry the module's file, from the package's folder
 * @param targetOf where a file goes; no two may go to the same place
 */
export function relocate(
  entry: string,
  targetOf: (path: string) => string,
): readonly SkeletonFile[] {
  const texts = new Map<string, string>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (texts.has(path)) continue
    const folder = dirname(path)
    const from = dirname(targetOf(path))
    const text = readSource(path).replace(RELATIVE_IMPORT, (specifier) => {
      const imported = join(folder, specifier)
      waiting.push(imported)
      return asSpecifier(relative(from, targetOf(imported)))
    })
    texts.set(path, text)
  }
  return Array.from(texts, ([path, text]) => ({ path: targetOf(path), text }))
}

function asSpecifier(path: string): string {
  return path.startsWith('.') ? path : `./${path}`
}
