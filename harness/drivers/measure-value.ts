/** How large a value is as JSON, about, and how deep. */
export interface Measure {
  /** Characters of its text, each part counted as often as it is there: what is shared is written again. */
  readonly characters: number
  /** Objects and lists around its innermost part. */
  readonly depth: number
}

interface Visit {
  readonly value: object
  readonly parts: readonly unknown[]
  next: number
  characters: number
  depth: number
}

/**
 * Measures a value without writing it, so that a value that could not be written can be measured. Circular
 * references count nothing. Throws what a getter or a proxy throws.
 *
 * It keeps its own stack, since the language's overflows at some ten thousand levels, and goes no deeper
 * than one level below `deepest`.
 */
export function measureValue(root: unknown, deepest: number): Measure {
  const known = new Map<object, Measure | 'under way'>()
  const stack: Visit[] = []
  let last = leafOrVisit(root, known, stack)
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (last !== undefined) {
      top.characters += last.characters
      top.depth = Math.max(top.depth, last.depth + 1)
      last = undefined
    }
    if (top.next < top.parts.length && stack.length <= deepest) {
      last = leafOrVisit(top.parts[top.next++], known, stack)
    } else {
      stack.pop()
      last = { characters: top.characters, depth: top.depth }
      known.set(top.value, last)
    }
  }
  return last ?? { characters: 0, depth: 0 }
}

/** The measure of what needs no visit; else undefined, and the visit is on the stack. */
function leafOrVisit(
  value: unknown,
  known: Map<object, Measure | 'under way'>,
  stack: Visit[],
): Measure | undefined {
  if (typeof value === 'string') return { characters: value.length + 2, depth: 0 }
  if (typeof value !== 'object' || value === null) return { characters: 4, depth: 0 }
  const measure = known.get(value)
  if (measure === 'under way') return { characters: 0, depth: 0 }
  if (measure !== undefined) return measure
  known.set(value, 'under way')
  const names = Array.isArray(value) ? [] : Object.keys(value)
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  const characters = 2 + parts.length + names.reduce((sum, name) => sum + name.length + 3, 0)
  stack.push({ value, parts, next: 0, characters, depth: 1 })
  return undefined
}
