import type { Tree } from './trees.ts'

/** All that differs between two reports of the same code, and what is made of that. */
export const TIMES = [
  'runs.timings.started',
  'runs.timings.milliseconds',
  'runs.timings.callMilliseconds',
  'runs.timings.firstCallMilliseconds',
  'runs.timings.checks.milliseconds',
  'runs.timings.calls.count',
  'runs.timings.calls.connector',
  'runs.timings.calls.dataSource',
  'runs.timings.calls.harness',
  'closing.milliseconds',
  'closing.sha256',
]

/** What a text may hold of a time, a folder or a version, each with what stands in its place. */
const IN_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(?<=^\d+ clauses: .* cases in )[\d.]+ s(?=\.$)/, '… s'],
  [/(?<=^connector-contract )\d\S*$/, '…'],
]

/** The same, each time replaced by its type and each folder by its part: that they are there still counts. */
export function withoutWhatVaries(value: unknown, tree: Pick<Tree, 'root' | 'folder'>): unknown {
  const texts = (text: string): string =>
    IN_TEXTS.reduce(
      (sofar, [pattern, by]) => sofar.replace(pattern, by),
      text.replaceAll(tree.folder, '<folder>').replaceAll(tree.root, '<root>'),
    )
  const at = (value: unknown, path: string): unknown => {
    if (TIMES.includes(path)) return `a ${typeof value}`
    if (typeof value === 'string') return texts(value)
    if (Array.isArray(value)) return value.map((each) => at(each, path))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        at(each, path === '' ? name : `${path}.${name}`),
      ]),
    )
  }
  return at(value, '')
}
