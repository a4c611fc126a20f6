import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
import { style } from '../../text/style.ts'
import { hanging, wrapped } from './narrow.ts'

/** A data source in a list. */
export interface ListedSource {
  readonly name: string
  readonly aliases: readonly string[]
  readonly title: string
  readonly modes: DataSource['modes']
  readonly paging: { readonly style: string; readonly mostRows: number | null }
  /** By member what it is: a name, a password, a token. */
  readonly credentials: Readonly<Record<string, string>>
  readonly docs: string | null
}

export function listed({
  name,
  aliases = [],
  title,
  modes,
  paging,
  credentials,
  docs,
}: DataSourceDefinition): ListedSource {
  const { style: kind, unbounded, mostRowsByDefault } = paging
  const members = Object.entries(credentials.members)
  return {
    ...{ name, aliases, title, modes },
    docs: docs ?? null,
    paging: { style: kind, mostRows: unbounded === true ? null : mostRowsByDefault },
    credentials: Object.fromEntries(members.map(([member, each]) => [member, each.kind])),
  }
}

/** Two lines for each data source, of at most 80 columns. */
export function listLines(sources: readonly ListedSource[]): readonly string[] {
  const width = Math.max(...sources.map(({ name }) => name.length))
  return sources.flatMap(({ name, title, modes, paging, credentials }) => {
    const most = paging.mostRows === null ? '' : `, at most ${paging.mostRows} rows`
    const facts = [
      modes.join(' or '),
      `pages by ${paging.style}${most}`,
      Object.keys(credentials).join(', '),
    ].join('; ')
    const [first = '', ...others] = hanging(title, width + 2)
    const lead = style('bold', name.padEnd(width))
    // The first line has the name before it, as if that were its indent.
    return [`${lead}  ${first}`, ...others, ...wrapped(facts, 4)]
  })
}
