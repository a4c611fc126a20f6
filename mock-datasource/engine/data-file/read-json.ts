import { parseExactly } from '../../../contracts/given/parse-exactly.ts'
import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'
import { notJson } from './not-json.ts'

/** The elements of a JSON array. */
export function readJson(path: string, text: string): FoundRow[] {
  const parsed = parse(path, text)
  if (!Array.isArray(parsed)) throw new DataFileError(path, 'must hold an array of rows')
  return parsed.map((value, index) => ({ value, line: () => lineOfElement(text, index) }))
}

function parse(path: string, text: string): unknown {
  try {
    return parseExactly(text)
  } catch (error) {
    throw new DataFileError(path, notJson(error), lineOfFault(text, (error as Error).message))
  }
}

/** Where the text stops being JSON, from 1. JSON.parse does not tell each time. */
function lineOfFault(text: string, message: string): number | undefined {
  const told = /\(line (\d+) column \d+\)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  for (const { content, line } of elementsOf(text)) {
    try {
      parseExactly(content)
    } catch {
      return line
    }
  }
  return undefined
}

function lineOfElement(text: string, wanted: number): number {
  let line = 1
  let index = 0
  for (const element of elementsOf(text)) {
    if (index > wanted) break
    line = element.line
    index += 1
  }
  return line
}

// A string is one token, so that no bracket or comma within it counts.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},\n]|[^\s[\]{},"]+/g

/** The elements of the array that `text` holds, unparsed, each with the line on which it starts. */
function* elementsOf(text: string): Generator<{ content: string; line: number }> {
  let [depth, line, start] = [0, 1, 0]
  let startLine: number | undefined
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '\n') line += 1
    else if (depth === 1 && (token === ',' || token === ']')) {
      yield { content: text.slice(start, index), line: startLine ?? line }
      start = index + 1
      startLine = undefined
    } else if (depth > 0) startLine ??= line
    else start = index + 1
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
  }
  if (depth > 0) yield { content: text.slice(start), line: startLine ?? line }
}
