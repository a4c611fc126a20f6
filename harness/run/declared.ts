import type { DataSource } from '../../contracts/data-source/data-source.ts'
import {
  Declarations,
  type DeclaredBy,
  type GivenDeclarations,
  type Origin,
} from '../../contracts/declarations.ts'

/** What each of them says, without what it leaves open. */
export interface Given {
  readonly commandLine: GivenDeclarations
  readonly file: GivenDeclarations
  readonly connector: GivenDeclarations
}

/** What holds of a connector, and who says so. */
export interface Declared {
  readonly values: Declarations
  readonly by: DeclaredBy
}

/** One value for each declaration: of the command line, else of the file, the connector's module, the data source. */
export function declare(given: Given, source: DataSource): Declared {
  const rowKey = { row_key: source.rows.key }
  const said: readonly (readonly [Origin, GivenDeclarations])[] = [
    ['command line', given.commandLine],
    ['configuration file', given.file],
    ['connector', given.connector],
    ['data source', { ...followingFrom(source), ...source.declarations }],
    ['default', rowKey],
  ]
  const values = Declarations.parse(Object.assign({}, ...said.toReversed().map(([, each]) => each)))
  const names = Object.keys(values) as (keyof Declarations)[]
  const by = names.flatMap((name) => {
    if (values[name] === undefined) return []
    const [origin = 'default'] = said.find(([, each]) => each[name] !== undefined) ?? []
    return [[name, origin] as const]
  })
  return { values, by: Object.fromEntries(by) }
}

/** What a data source leaves no choice about. */
function followingFrom({ modes, methods }: DataSource): GivenDeclarations {
  const [mode, ...others] = modes
  const { asynchronous } = methods
  const cannotDelete = asynchronous !== undefined && asynchronous.delete === undefined
  return {
    ...(others.length === 0 ? { mode } : {}),
    ...(cannotDelete ? { delete: 'no-op' as const } : {}),
  }
}
