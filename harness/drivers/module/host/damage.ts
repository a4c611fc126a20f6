/** What of the language and of Node every connector in a process shares, by the name that code knows it by. */
const SHARED = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Promise'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Date', 'Error', 'TypeError', 'RangeError'],
  ...['JSON', 'Math', 'Reflect', 'Uint8Array', 'ArrayBuffer', 'DataView', 'Buffer', 'URL'],
  ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'Event'],
] as const

/** What else stands there for whoever runs, and is replaced at times. */
const FUNCTIONS = [
  ...['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval'],
  ...['queueMicrotask', 'structuredClone', 'eval', 'parseInt', 'parseFloat'],
] as const

/** Of a process, what calls and hosts rest on; the rest of it (a title, variables) is anybody's to set. */
const OF_PROCESS = ['exit', 'emit', 'nextTick', 'reallyExit', 'kill'] as const

/** Settings rather than parts. */
const SETTINGS = ['stackTraceLimit', 'prepareStackTrace']

interface Part {
  readonly name: string
  readonly object: object
  readonly keys: readonly (string | symbol)[]
  /** Where nothing may be added either. */
  readonly isClosed: boolean
  readonly values: readonly unknown[]
}

/**
 * Remembers what is shared in this process, and gives a function that says what of it has been changed since: a method
 * replaced, a member added to a prototype. Undefined where all is as it was. It looks at the same things however much a
 * connector has made, so that a call costs some microseconds more.
 */
export function watchForDamage(): () => string | undefined {
  const { is } = Object
  const { ownKeys, getOwnPropertyDescriptor } = Reflect
  const current = (object: object, key: string | symbol) => {
    const descriptor = getOwnPropertyDescriptor(object, key)
    return descriptor?.get ?? descriptor?.value
  }
  const partOf = (name: string, object: object, named?: readonly string[]): Part => {
    const keys = named ?? ownKeys(object).filter((key) => !SETTINGS.includes(String(key)))
    const values = keys.map((key) => current(object, key))
    return { name, object, keys, values, isClosed: named === undefined }
  }
  const parts = [
    ...SHARED.flatMap((name) => {
      const object: unknown = Reflect.get(globalThis, name)
      if (!isObject(object)) return []
      const prototype: unknown = Reflect.get(object, 'prototype')
      const own = [partOf(name, object)]
      return isObject(prototype) ? [...own, partOf(`${name}.prototype`, prototype)] : own
    }),
    partOf('globalThis', globalThis, [...SHARED, ...FUNCTIONS]),
    partOf('process', process, OF_PROCESS),
  ]
  // Counted and compared by hand: whatever a library or the language offers for it may be what has been changed.
  return () => {
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at] as Part
      for (let index = 0; index < part.keys.length; index += 1) {
        const key = part.keys[index] as string | symbol
        if (!is(current(part.object, key), part.values[index])) return `${part.name}.${String(key)}`
      }
      if (part.isClosed && addedTo(part, ownKeys(part.object))) return part.name
    }
    return undefined
  }
}

function addedTo({ keys }: Part, now: readonly (string | symbol)[]): boolean {
  let settings = 0
  for (let index = 0; index < now.length; index += 1) {
    const key = now[index]
    if (key === SETTINGS[0] || key === SETTINGS[1]) settings += 1
  }
  return now.length - settings !== keys.length
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
