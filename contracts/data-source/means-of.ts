import type { ErrorTable } from '../error-table.ts'
import type { DataSource } from './data-source.ts'
import type { Code } from './errors.ts'
import type { ErrorRole } from './roles.ts'

/** How codes map to ErrorCodes: as the connector's author declares, else as the data source's table says. */
export function meansOf({ errors }: Pick<DataSource, 'errors'>, declared?: ErrorTable): ErrorTable {
  if (declared !== undefined) return declared
  const meanings: ErrorTable = {}
  for (const [code, { means }] of Object.entries(errors.table)) {
    if (means !== undefined) meanings[code] = [...means]
  }
  return meanings
}

/** The codes that stand for these roles, in the order of the roles; those that the data source has, each once. */
export function codesWithRoles(
  { errors }: Pick<DataSource, 'errors'>,
  roles: readonly ErrorRole[],
): readonly Code[] {
  const codes = roles.map((role) => errors.roles[role]).filter((code) => code !== undefined)
  return [...new Set(codes)]
}

/** Whether this operation is one at which the table says what the code means. */
export function isMeantAt(
  { errors }: Pick<DataSource, 'errors'>,
  code: Code,
  operation: string | undefined,
): boolean {
  const at = errors.table[code]?.at
  return at === undefined || operation === undefined || at.includes(operation)
}
