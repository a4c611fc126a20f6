import { METHODS } from '../../../contracts/method.ts'
import type { MatrixCell } from '../../kit/matrix-cell.ts'
import { columns } from '../../text/columns.ts'
import { inRows } from '../../text/in-rows.ts'
import { style } from '../../text/style.ts'
import { wrapValue } from '../../text/wrap.ts'

/** The longer outcomes, so that six of them stand side by side. */
const SHORT: Readonly<Record<string, string>> = {
  'right answer': 'right',
  'wrong answer': 'wrong',
  'no envelope': 'none',
  service_unavailable: 'unavailable',
  authentication_fail: 'auth_fail',
  certificate_fail: 'cert_fail',
  invalid_parameter: 'parameter',
  invalid_query: 'query',
  too_many_requests: 'too_many',
  not_implemented: 'not_impl',
  translation_error: 'translation',
  mapping_error: 'mapping',
  results_translation_error: 'translation',
}

/** The fault matrix: a line for each fault, a column for each method, `✗` where an outcome is not allowed; a fault below the other where that is too wide. */
export function matrixLines(cells: readonly MatrixCell[]): readonly string[] {
  const methods = METHODS.filter((method) => cells.some((cell) => cell.method === method))
  const faults = [...new Set(cells.map(({ fault }) => fault))]
  const table = faults.map((fault) =>
    methods.map((method) => {
      const cell = cells.find((each) => each.fault === fault && each.method === method)
      return { text: cell === undefined ? '' : wordFor(cell), held: cell?.held ?? true }
    }),
  )
  const broken = cells.filter(({ held }) => !held).map(brokenLine)
  const narrow = (fault: string) => [
    style('bold', `  ${fault}`),
    ...inRows(
      cells.filter((cell) => cell.fault === fault).map((cell) => `${cell.method} ${wordFor(cell)}`),
      columns() - 4,
    ).map((row) => `    ${row}`),
  ]
  const first = Math.max('Fault'.length, ...faults.map((fault) => fault.length))
  const widths = methods.map((method, column) =>
    Math.max(method.length, ...table.map((row) => row[column]?.text.length ?? 0)),
  )
  const whole = 2 + first + 2 + widths.reduce((sum, width) => sum + width + 1, -1)
  if (whole > columns()) return [...faults.flatMap(narrow), ...broken]
  const padded = (text: string, column: number) => text.padEnd(widths[column] ?? 0)
  return [
    style('bold', `  ${'Fault'.padEnd(first)}  ${methods.map(padded).join(' ')}`.trimEnd()),
    ...table.map((row, index) => {
      const shown = row.map(({ text, held }, column) =>
        held ? padded(text, column) : style('red', padded(text, column)),
      )
      return `  ${(faults[index] ?? '').padEnd(first)}  ${shown.join(' ')}`.trimEnd()
    }),
    ...broken,
  ]
}

/** How many cells there are and how many of them are not as the contract allows, on one line. */
export function matrixSummary(cells: readonly MatrixCell[]): string {
  const broken = cells.filter(({ held }) => !held).length
  const words = broken === 0 ? 'all as allowed' : `${broken} not as allowed`
  return `${cells.length} cells of the fault matrix, ${words}`
}

function wordFor({ outcome, held }: MatrixCell): string {
  return `${held ? '' : '✗'}${SHORT[outcome] ?? outcome}`
}

function brokenLine({ fault, method, outcome, allowed, clause }: MatrixCell): string {
  return `  ✗ ${wrapValue(`${method} under ${fault}: ${outcome}; allowed is ${allowed.join(' or ')} (${clause})`, 4)}`
}
