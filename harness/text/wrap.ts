/** How wide a report is: what stands on a page of documentation without being broken. */
export const COLUMNS = 96

/** Breaks a text at spaces into lines of at most 96 columns, each indented by so many spaces. */
export function wrap(text: string, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > COLUMNS) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each).join('\n')
}

/** The same for a value behind a label: the first line is not indented. */
export function wrapValue(text: string, indent: number): string {
  return wrap(text, indent).trimStart()
}
