import { shorten } from '../../kit/printable.ts'
import { visible } from '../../text/visible.ts'

/** Any text as code inside a line or a cell of a table: nothing in it is markup, a mention or a link. */
export function inlineCode(text: string, longest = 120): string {
  const shown = shorten(visible(text), longest)
  const fence = '`'.repeat(longestRun(shown) + 1)
  // A cell ends at a bar, also inside code.
  const inside = shown.replaceAll('|', '\\|')
  return fence === '`' ? `\`${inside || ' '}\`` : `${fence} ${inside} ${fence}`
}

/** Lines as a block of code that none of them can end. */
export function codeBlock(lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(2, longestRun(lines.join('\n'))) + 1)
  return [`${fence}text`, ...lines, fence].join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Any text as code inside HTML, where markdown is not read. */
export function htmlCode(text: string, longest = 240): string {
  const shown = shorten(visible(text), longest)
  return `<code>${shown.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}</code>`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
