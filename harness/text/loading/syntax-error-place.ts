import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a syntax error stands, and the line itself. */
export interface SyntaxErrorPlace {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** The mark is missing where the file ends too early. */
const HEAD = /^((?:file:\/\/)?\/.*):(\d+)\n(.*(?:\n(?!\s*\^).*)?)\n(?:\s*\^+|\n)/
const LONGEST_LINE = 120
const MOST_MILLISECONDS = 10_000

/**
 * Where a module that does not parse goes wrong; undefined where Node does not tell. It writes the place before the stack
 * of some errors, and of others only where nobody catches them.
 *
 * @param path the module that was loaded: nothing of it runs, since it does not parse.
 */
export function placeOfSyntaxError(error: SyntaxError, path: string): SyntaxErrorPlace | undefined {
  const known = placeIn(error.stack ?? '')
  if (known !== undefined) return known
  const { stderr } = spawnSync(process.execPath, ['--no-warnings', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MOST_MILLISECONDS,
  })
  return placeIn(stderr ?? '')
}

function placeIn(text: string): SyntaxErrorPlace | undefined {
  const [, place = '', line, shown = ''] = HEAD.exec(text) ?? []
  if (line === undefined) return undefined
  const path = place.startsWith('file:') ? fileURLToPath(place) : place
  const near = relative(process.cwd(), path)
  // Of two lines the latter is what the mark stands under.
  const source = shown.split('\n').at(-1) ?? ''
  return {
    file: near.startsWith('..') ? path : near,
    line: Number(line),
    text: source.trim().slice(0, LONGEST_LINE),
  }
}
