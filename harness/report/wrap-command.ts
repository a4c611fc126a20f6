import { COLUMNS } from './wrap.ts'

/** How much further what follows is indented than the command itself. */
const HANGING = 2

/**
 * A command line of a POSIX shell, on several lines where one would be too wide: it can be pasted all the
 * same. It is broken between words alone; a line with a single word may be too wide.
 *
 * @param indent how many columns stand before the command.
 */
export function wrapCommand(command: string, indent: number): string {
  if (indent + command.length <= COLUMNS) return command
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(command)) {
    const columns = indent + (lines.length === 0 ? 0 : HANGING) + line.length + ` ${word} \\`.length
    if (line !== '' && columns > COLUMNS) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join(` \\\n${' '.repeat(indent + HANGING)}`)
}

/** As `shellQuote` writes them: in `'…'` nothing is special, in `$'…'` a backslash is. */
function wordsOf(command: string): readonly string[] {
  return command.match(/(?:\$'(?:\\.|[^'\\])*'|'[^']*'|\\.|[^\s'])+/gu) ?? []
}
