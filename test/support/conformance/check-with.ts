import { readFileSync } from 'node:fs'
import { type ResponseChecker, responseChecker } from './response-checker.ts'

const made = new Map<string, ResponseChecker>()

/**
 * Checks responses against what a file describes: a `Described`, as JSON. Test files share a process, and what has been
 * compiled for one serves the others.
 */
export function checkWith(path: string): ResponseChecker {
  const checker = made.get(path) ?? responseChecker(JSON.parse(readFileSync(path, 'utf8')))
  made.set(path, checker)
  return checker
}
