import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages whose commands are run, from the project's folder. */
export function pages(root: string): readonly string[] {
  return ['README.md', ...globSync('docs/**/*.md', { cwd: root }).toSorted()]
}

/** The commands in the shell blocks of a page, in their order, each as it stands there. */
export function commandsIn(root: string, page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].flatMap(([, indent = '', block = '']) =>
    commandsOf(block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')),
  )
}

/** A command goes on where a quote is open, or a line ends with a backslash, `|`, `&&` or `||`. */
export function commandsOf(block: string): readonly string[] {
  const commands: string[] = []
  let sofar = ''
  for (const line of block.trimEnd().split('\n')) {
    sofar += sofar === '' ? line : `\n${line}`
    if (goesOn(sofar)) continue
    if (withoutComment(sofar) !== '') commands.push(sofar)
    sofar = ''
  }
  return sofar === '' ? commands : [...commands, sofar]
}

/** The command alone, for comparing. */
export function withoutComment(command: string): string {
  return command.replace(/(?:^|\s+)#\s.*$/s, '').trim()
}

function goesOn(text: string): boolean {
  const withoutQuoted = text.replaceAll(/\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs, (found) =>
    found.startsWith('\\') ? '' : 'x',
  )
  return (
    /\\$/.test(text) || /['"]/.test(withoutComment(withoutQuoted)) || /(?:\||&&)\s*$/.test(text)
  )
}
