/** Where something stands in a value: names of members, and places in arrays. */
export type Way = readonly (string | number)[]

/** Where a placeholder stands by itself in a template, the first place of several; undefined where it does not. */
export function placeOf(template: unknown, name: string): Way | undefined {
  if (template === `{{${name}}}`) return []
  if (typeof template !== 'object' || template === null) return undefined
  const steps = Array.isArray(template) ? template.entries() : Object.entries(template)
  for (const [step, part] of steps) {
    const way = placeOf(part, name)
    if (way !== undefined) return [step, ...way]
  }
  return undefined
}
