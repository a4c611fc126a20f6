import type { DataSource } from '../../../contracts/data-source/data-source.ts'

const MARK = /\{\{(\w+)\}\}/g

/** What a data source marks as secret of what users give: what it says itself, and wherever its own secrets stand. */
export function marksOf({
  given,
  credentials: { members },
}: Pick<DataSource, 'given' | 'credentials'>): readonly string[] {
  const isSecret = (name: string) => (members[name]?.kind ?? 'name') !== 'name'
  return [...(given.secrets ?? []), ...pathsOf(given.configuration, isSecret)]
}

function pathsOf(
  value: unknown,
  isSecret: (name: string) => boolean,
  path: readonly string[] = [],
): readonly string[] {
  if (typeof value === 'string') {
    const names = [...value.matchAll(MARK)].map(([, name = '']) => name)
    return names.some(isSecret) ? [path.join('.')] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => pathsOf(part, isSecret, [...path, name]))
}
