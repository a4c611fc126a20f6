import { CLAIMS } from '../support/claims.ts'
import type { Odd } from './prove-odd.ts'
import type { Survival } from './prove-survival.ts'
import type { Witnesses } from './prove-witnesses.ts'
import type { Wrapped } from './prove-wrapped.ts'

/** The proof as a table: a line a check, with what it caught and the connector that it alone catches. */
export function printTable(
  survival: Survival,
  witnesses: Witnesses,
  wrapped: Wrapped,
  odd: Odd,
): string {
  const rows = CLAIMS.map(({ name }) => {
    const { caught = 0, of = 0 } = survival.byCheck.get(name) ?? {}
    return [name, `${caught} of ${of}`, witnesses.byCheck.get(name) ?? 'none']
  })
  const lines = [['check', 'caught', 'caught by it alone'], ...rows]
  const widths = [0, 1].map((column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  )
  const total = [...survival.byCheck.values()].reduce((sum, { of }) => sum + of, 0)
  return [
    ...lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')),
    '',
    `${total} broken connectors with ${survival.seeds} seeds each, ${odd.connectors} correct ones with ${odd.seeds}.`,
    `${wrapped.pairs} defects put to ${wrapped.connectors} correct connectors.`,
    '',
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}
