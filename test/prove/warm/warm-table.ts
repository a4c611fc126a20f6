import type { Warm, WarmRow } from './prove-warm.ts'

const HEAD = ['connector', 'claims', 'calls', 'forked', 'equal']

/** What `proveWarm` has found, a line a connector, as a table in Markdown. */
export function warmTable({ rows }: Warm): string {
  const cells = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  )
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const equal = rows.filter(({ isEqual }) => isEqual).length
  const calls = rows.reduce((sum, row) => sum + row.calls, 0)
  return [
    ...[lines[0], rule, ...lines.slice(1), ''],
    `${equal} of ${rows.length} connectors in Python come to the same, forked or not, in ${calls} calls that differ from each other.`,
    '',
  ].join('\n')
}

function cellsOf({ connector, claims, calls, notForked, isEqual }: WarmRow): readonly string[] {
  const [first = '', ...others] = claims
  const claim = others.length === 0 ? first : `${claims.length}: ${first} … ${others.at(-1)}`
  return [connector, claim, String(calls), notForked ?? 'yes', isEqual ? 'yes' : 'no']
}
