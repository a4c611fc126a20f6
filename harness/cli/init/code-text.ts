import type { Way } from './places.ts'

const PLACEHOLDER = /\{\{(\w+)\}\}/g

/** A text in TypeScript, with an expression in place of each placeholder. */
export function textCode(template: string, expressions: Readonly<Record<string, string>>): string {
  const whole = /^\{\{(\w+)\}\}$/.exec(template)?.[1]
  if (whole !== undefined) return `String(${expressions[whole] ?? "''"})`
  if (!template.includes('{{')) return quoted(template)
  const parts = template.split(PLACEHOLDER)
  const code = parts.map((part, index) =>
    index % 2 === 0 ? part.replaceAll(/[\\`$]/g, '\\$&') : `\${${expressions[part] ?? "''"}}`,
  )
  return `\`${code.join('')}\``
}

/** What the name of a member begins with whose code stands by itself: `...(next && { next })`. */
export const SPREAD = '...'

/** An object in TypeScript; each member's value is code already, and its name may be a path with dots. */
export function membersCode(members: Readonly<Record<string, string>>, nested = false): string {
  const tree = new Map<string, string | [string, string][]>()
  for (const [path, code] of Object.entries(members)) {
    const isSpread = path.startsWith(SPREAD)
    const [first = '', ...others] = nested && !isSpread ? path.split('.') : [path]
    if (others.length === 0) tree.set(first, code)
    else {
      const inner = tree.get(first)
      tree.set(first, [...(Array.isArray(inner) ? inner : []), [others.join('.'), code]])
    }
  }
  const lines = [...tree].map(([name, value]) => {
    const code = typeof value === 'string' ? value : membersCode(Object.fromEntries(value), true)
    return name.startsWith(SPREAD) ? code : `${nameCode(name)}: ${code}`
  })
  return `{ ${lines.join(', ')} }`
}

export function wayCode(way: Way): string {
  return `[${way.map((step) => (typeof step === 'number' ? step : quoted(step))).join(', ')}]`
}

export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function nameCode(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}
