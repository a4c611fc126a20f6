import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

/** What a module imports by a path, however it is written. In a comment it is none, and does no harm. */
const IMPORTED = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g
/** What a description extends, in a module, JSON or YAML. */
const EXTENDED = /\bextends['"]?\s*:\s*['"]?(\.{1,2}\/[^'"\s,}]+)/g

/** The hash of a module's bytes and those of what it imports by a path: 64 hex digits, the same wherever it lies. */
export function hashOfFile(path: string): string {
  const folder = dirname(path)
  const hash = createHash('sha256')
  const named = filesOf(path).map((file) => [relative(folder, file).replaceAll('\\', '/'), file])
  for (const [name = '', file = ''] of named.sort(([one = ''], [other = '']) =>
    one < other ? -1 : 1,
  )) {
    const bytes = readFileSync(file)
    hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** A module and all that it imports by a path, directly or not, in no order. Absolute paths. */
export function filesOf(path: string): readonly string[] {
  const found = new Set([path])
  for (const file of found) {
    for (const specifier of namedIn(readFileSync(file, 'utf8'))) {
      const imported = resolve(dirname(file), specifier)
      if (existsSync(imported) && statSync(imported).isFile()) found.add(imported)
    }
  }
  return [...found]
}

function namedIn(text: string): readonly string[] {
  const named = [...text.matchAll(IMPORTED), ...text.matchAll(EXTENDED)]
  return named.map(([, specifier = '']) => specifier)
}
