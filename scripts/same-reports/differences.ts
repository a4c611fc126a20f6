/** What differs at one place of two values. Absent on one side: undefined. */
export interface Difference {
  /** E.g. `runs[0].checks[3].cases`. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** Where two values of JSON differ, as deep down as can be said. The order of members counts as nothing. */
export function differences(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const longest = before.length > after.length ? before : after
    return longest.flatMap((_, index) =>
      differences(before[index], after[index], `${path}[${index}]`),
    )
  }
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    )
  }
  return Object.is(before, after) ? [] : [{ path, before, after }]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
