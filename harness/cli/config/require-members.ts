import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { nearestName } from '../../../contracts/given/nearest-name.ts'
import type { Passed } from '../../engine/session/connection-to.ts'
import { UsageError } from '../../errors.ts'
import { visible } from '../../text/visible.ts'

const MARK = /\{\{([^{}]*)\}\}/g

/**
 * Makes sure that a configuration that is passed on names no credentials that the data source does not have: they
 * would reach the connector as they stand.
 *
 * @throws UsageError with the names that there are.
 */
export function requireMembers({ configuration }: Passed, source: DataSource): void {
  const names = Object.keys(source.credentials.members)
  const named = [...(JSON.stringify(configuration) ?? '').matchAll(MARK)]
  const unknown = named.map(([, name = '']) => name).find((name) => !names.includes(name))
  if (unknown === undefined) return
  const near = nearestName(unknown, names)
  throw new UsageError(
    `--configuration names {{${visible(unknown)}}}, which ${source.title} has not; it has ${listed(names)}`,
    near === undefined ? {} : { hint: `Did you mean {{${near}}}?` },
  )
}

function listed(names: readonly string[]): string {
  const marks = names.map((name) => `{{${name}}}`)
  if (marks.length < 2) return marks.join('')
  return `${marks.slice(0, -1).join(', ')} and ${marks.at(-1)}`
}
