import { columns as columnsNow } from './columns.ts'
import { widthOf } from './width-of.ts'

/** How much further what follows is indented than the command itself. */
const HANGING = 2

/**
 * A command line of a POSIX shell, on several lines where one would be too wide: it can be pasted all the
 * same. It is broken between words alone, and not between an option and its value; a line with one such
 * piece may be too wide.
 *
 * On Windows it stays in one line: `\\` goes on with none there.
 *
 * @param indent how many columns stand before the command.
 */
export function wrapCommand(
  command: string,
  indent: number,
  platform: string = process.platform,
): string {
  if (platform === 'win32' || indent + widthOf(command) <= columnsNow()) return command
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(command)) {
    const columns = indent + (lines.length === 0 ? 0 : HANGING) + widthOf(`${line} ${piece} \\`)
    if (line !== '' && columns > columnsNow()) {
      lines.push(line)
      line = piece
    } else {
      line = line === '' ? piece : `${line} ${piece}`
    }
  }
  return [...lines, line].join(` \\\n${' '.repeat(indent + HANGING)}`)
}

function piecesOf(command: string): readonly string[] {
  const pieces: string[] = []
  for (const word of wordsOf(command)) {
    const latest = pieces.at(-1) ?? ''
    const isValue = /^--\w[\w-]*$/.test(latest) && !word.startsWith('-')
    if (isValue) pieces[pieces.length - 1] = `${latest} ${word}`
    else pieces.push(word)
  }
  return pieces
}

/** As `shellQuote` writes them: in `'…'` nothing is special, in `$'…'` a backslash is. */
function wordsOf(command: string): readonly string[] {
  return command.match(/(?:\$'(?:\\.|[^'\\])*'|'[^']*'|\\.|[^\s'])+/gu) ?? []
}
