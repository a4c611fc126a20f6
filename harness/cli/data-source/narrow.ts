/** What a terminal has at least. */
export const COLUMNS = 80

/** A text broken at spaces into lines of at most 80 columns, each indented by so many spaces. */
export function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && indent + line.length + 1 + word.length <= COLUMNS) {
      lines[lines.length - 1] = `${line} ${word}`
    } else lines.push(word)
  }
  return lines.map((line) => ' '.repeat(indent) + line)
}
