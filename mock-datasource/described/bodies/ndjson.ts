import type { BodyFormat, RowsAt } from './body-format.ts'
import { cutWithinRow, jsonIn } from './json.ts'

/** A line of JSON for each element of a list, and of the list of rows in it; for any other value one line. */
export const ndjson: BodyFormat = {
  type: 'application/x-ndjson',
  types: ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/json'],
  written: 'lines',
  read: valueIn,
  write: textOf,
  trace: (name) => JSON.stringify(name),
  problem: () => undefined,
  odd: {
    cutShort: (value, rowsAt) => cutWithinRow(textOf(value, rowsAt)),
    nonAscii: '{"note":"Prüfung für Größe übersprungen"}\n',
    endless: (name) => `{${JSON.stringify(name)}:"`,
  },
}

function textOf(value: unknown, rowsAt?: RowsAt): string {
  const at = rowsAt?.way[0]
  const elements = Array.isArray(value) ? value : [value]
  const lines = elements.flatMap((element, index) =>
    index === at && Array.isArray(element) ? element : [element],
  )
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A list of what the lines hold, in which the rows are a list again; one line that no list was written as, itself. */
function valueIn(text: string, rowsAt?: RowsAt): unknown {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(jsonIn)
  if (lines.includes(undefined)) return undefined
  if (rowsAt === undefined) return lines.length === 1 ? lines[0] : lines
  const [at] = rowsAt.way
  if (typeof at !== 'number') return lines
  const end = lines.length - rowsAt.after
  if (end < at) return undefined
  return [...lines.slice(0, at), lines.slice(at, end), ...lines.slice(end)]
}
