import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'

/** The elements of a JSON array. */
export function readJson(path: string, text: string): FoundRow[] {
  const parsed = parse(path, text)
  if (!Array.isArray(parsed)) throw new DataFileError(path, 'must hold an array of rows')
  return parsed.map((value, index) => ({ value, line: () => lineOfElement(text, index) }))
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    const line = /\(line (\d+) column \d+\)/.exec(message)?.[1]
    throw new DataFileError(path, `is not JSON (${message})`, line ? Number(line) : undefined)
  }
}

/** The line, from 1, on which the element `wanted` of the array in `text` starts. */
function lineOfElement(text: string, wanted: number): number {
  let [depth, element, line] = [0, 0, 1]
  // Strings are taken whole, so that nothing within them counts.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s[\]{},"]+/g)) {
    if (token === '\n') line += 1
    else if (depth === 1 && token === ',') element += 1
    else if (depth === 1 && element === wanted) return line
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
  }
  return line
}
