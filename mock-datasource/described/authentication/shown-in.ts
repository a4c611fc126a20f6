import type { NamedSecret } from '../../../contracts/data-source/secret.ts'
import { placeholdersIn } from '../template.ts'

/** What a header shows in the places of a template's placeholders; nothing where it has another form. */
export function shownIn(template: string, text: string | undefined): readonly NamedSecret[] {
  if (text === undefined) return []
  const names = placeholdersIn(template).map(({ name }) => name)
  const pattern = template
    .split(/\{\{.*?\}\}/)
    .map(escaped)
    .join('(.+)')
  const found = new RegExp(`^${pattern}$`).exec(text)
  return names.flatMap((name, index) => {
    const value = found?.[index + 1]
    return value === undefined ? [] : [{ name: secretName(name), value }]
  })
}

/** How reports name it. */
export function secretName(placeholder: string): string {
  return placeholder.replaceAll('_', ' ')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
