import { readFileSync } from 'node:fs'
import { type ResponseChecker, responseChecker } from './response-checker.ts'

/** Checks responses against what a file describes: a `Described`, as JSON. */
export function checkWith(path: string): ResponseChecker {
  return responseChecker(JSON.parse(readFileSync(path, 'utf8')))
}
