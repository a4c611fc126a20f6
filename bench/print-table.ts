import type { Figure } from './figure.ts'

const HEADINGS = ['what', 'measured', 'spread', 'target', 'met'] as const

/** Prints the figures of one section, in columns. */
export function printTable(title: string, figures: readonly Figure[]): void {
  const rows = [HEADINGS, ...figures.map(cellsOf)]
  const widths = HEADINGS.map((_heading, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  )
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] as number)).join('  '),
  )
  console.log(`\n${title}\n${lines.map((line) => `  ${line.trimEnd()}`).join('\n')}`)
}

function cellsOf({ what, measured, spread, target = '', met }: Figure): readonly string[] {
  const around = spread === undefined ? '' : `±${Math.round(spread * 100)}%`
  return [what, measured, around, target, met === undefined ? '' : met ? 'yes' : 'NO']
}
