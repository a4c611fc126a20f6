import { visible } from '../../text/visible.ts'

/** Markup: what `html` has made, and nothing else. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: markup as it is, texts escaped, lists one after the other. */
export type Part = Html | string | number | undefined | readonly Part[]

/**
 * Markup out of a template. Whatever is put in and is not markup itself is shown as text, also within a quoted
 * attribute: nothing of a report can become an element, an attribute or a script.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = template.map((text, index) => `${text}${written(parts[index])}`)
  return new Html(filled.join(''))
}

function written(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(written).join('')
  return escapeHtml(String(part))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control and format characters are written as JSON would escape them, since some turn text around; lines stay. */
function escapeHtml(text: string): string {
  const lines = text.split('\n').map(visible)
  return lines.join('\n').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
