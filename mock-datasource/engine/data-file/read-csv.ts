import { CsvError, type Info, parse } from 'csv-parse/sync'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Value } from '../row.ts'
import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'

type Cell = { readonly text: string; readonly quoted: boolean }

/** The rows below a CSV header. How cells are read: see `loadDataFile`. */
export function readCsv(path: string, text: string, { key, time }: RowFacts): FoundRow[] {
  const [header, ...records] = parseRecords(path, text)
  if (header === undefined) throw new DataFileError(path, 'has no header')
  const fields = header.record.map((cell) => cell.text.trim())
  refuseBadHeader(path, fields, header.line)
  return records.map(({ record, line }) => ({
    value: Object.fromEntries(
      fields.map((field, n) => [field, read(record[n], field === key || field === time)]),
    ),
    line: () => line,
  }))
}

interface CsvRecord {
  readonly record: readonly Cell[]
  /** The last line of the record, which may take several. */
  readonly line: number
}

function parseRecords(path: string, text: string): CsvRecord[] {
  try {
    const records = parse(text, {
      info: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      cast: (content, { quoting }): Cell => ({ text: content, quoted: quoting }),
    }) as unknown as { record: Cell[]; info: Info }[]
    return records.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined
    throw new DataFileError(path, `is not CSV (${error.message})`, line)
  }
}

/** What stands most often in the header, outside of quotes; a comma where nothing does. */
function delimiterOf(text: string): string {
  const [header = ''] = text
    .trimStart()
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}

function refuseBadHeader(path: string, fields: readonly string[], line: number): void {
  const twice = fields.find((field, n) => fields.indexOf(field) !== n)
  if (twice !== undefined) throw new DataFileError(path, `two columns are named '${twice}'`, line)
  if (fields.includes('')) throw new DataFileError(path, 'a column has no name', line)
}

function read(cell: Cell | undefined, asText: boolean): Value {
  if (cell === undefined) return null
  const { text, quoted } = cell
  if (asText) return text
  if (text === '') return quoted ? '' : null
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  const number = Number(text)
  return Number.isFinite(number) && String(number) === text ? number : text
}
