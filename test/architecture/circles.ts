import { dirname, join } from 'node:path/posix'
import { importsOf } from './imports-of.ts'

/** What each file imports of the others, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** @param read gives the text of a file */
export function importGraph(files: readonly string[], read: (file: string) => string): ImportGraph {
  const known = new Set(files)
  const imported = (file: string) =>
    importsOf(file, read(file))
      .flatMap(({ specifier = '' }) => (specifier.startsWith('.') ? [specifier] : []))
      .map((specifier) => join(dirname(file), specifier))
      .filter((target) => known.has(target))
  return new Map(files.map((file) => [file, imported(file)]))
}

/** A way round for each place at which a walk through the imports comes back to where it has been. */
export function circlesIn(graph: ImportGraph): readonly string[] {
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    const before = way.indexOf(file)
    if (before >= 0) circles.push([...way.slice(before), file].join(' → '))
    if (before >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return circles
}
