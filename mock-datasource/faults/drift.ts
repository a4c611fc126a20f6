import type { FieldPath } from '../../contracts/data-source/field-path.ts'

const EVERY = '*'

/**
 * Sets the field of `body` at `path` to `to`, or removes it where `to` is `undefined`. A last step that is
 * not there is added; where an earlier one is not there, nothing changes.
 */
export function drift(body: object, path: FieldPath, to: unknown): void {
  const steps = typeof path === 'string' ? path.split('.') : path.map(String)
  const last = steps.pop() as string
  for (const parent of parentsIn(body, steps)) {
    for (const name of last === EVERY ? Object.keys(parent) : [last]) change(parent, name, to)
  }
}

function parentsIn(body: object, steps: readonly string[]): object[] {
  return steps.reduce<object[]>(
    (parents, step) => parents.flatMap((it) => childrenOf(it, step)),
    [body],
  )
}

function childrenOf(parent: object, step: string): object[] {
  const entries = Object.entries(parent).filter(([name]) => step === EVERY || step === name)
  return entries.map(([, child]) => child).filter((child) => typeof child === 'object' && !!child)
}

function change(parent: object, name: string, to: unknown): void {
  if (to !== undefined) {
    // Assigning to a field `__proto__` would not make one.
    const field = { value: to, writable: true, enumerable: true, configurable: true }
    Object.defineProperty(parent, name, field)
  } else if (Array.isArray(parent) && Object.hasOwn(parent, name)) {
    parent.splice(Number(name), 1)
  } else {
    Reflect.deleteProperty(parent, name)
  }
}
