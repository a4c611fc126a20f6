import { columns } from './columns.ts'
import { widthOf } from './width-of.ts'

/** Breaks a text at spaces into lines of at most so many columns as there are, each indented by so many spaces. */
export function wrap(text: string, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + widthOf(line) + 1 + widthOf(word) > columns()) {
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
