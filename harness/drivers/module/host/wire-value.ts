import { deserialize, serialize } from 'node:v8'
import { survivesJson } from '../../../../contracts/survives-json.ts'

/** A value on its way to another process: a text, and whether that is the value's own JSON. */
export interface Wire {
  readonly form: 'json' | 'marked'
  readonly text: string
}

/**
 * Writes any value so that another process can have it. What is JSON travels as that; any other value as marks that say
 * what each part of it is, so that what no JSON round trip leaves as it is (ENV-5) is still such there: a date is a
 * date, an object of a class one of a class of that name, a function something of its name that cannot be called.
 */
export function toWire(value: unknown): Wire {
  if (survivesJson(value)) return { form: 'json', text: JSON.stringify(value) }
  return { form: 'marked', text: JSON.stringify(markedOf(value, new Map())) }
}

/** @throws SyntaxError where the text is not what `toWire` wrote. */
export function fromWire({ form, text }: Wire): unknown {
  const read: unknown = JSON.parse(text)
  return form === 'json' ? read : revived(read as Marked, [])
}

type Marked =
  | null
  | boolean
  | number
  | string
  | { readonly is: 'undefined' }
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'bigint'; readonly text: string }
  | { readonly is: 'symbol'; readonly text: string }
  | { readonly is: 'function'; readonly name: string }
  /** A part that stands elsewhere too, or around this one: the so-manieth object. */
  | { readonly is: 'seen'; readonly at: number }
  /** What the language itself can copy: a date, a map, bytes. */
  | { readonly is: 'copied'; readonly bytes: string }
  | {
      readonly is: 'object'
      /** Undefined: none, or the language's own. */
      readonly class?: string
      readonly length?: number
      readonly members: readonly (readonly [string, Marked])[]
      readonly symbols?: readonly string[]
    }
  /** A member that throws when it is read. */
  | { readonly is: 'thrown'; readonly message: string }
  /** An object that throws whoever looks at it. */
  | { readonly is: 'closed'; readonly message: string }

const COPIED = [Date, RegExp, Map, Set, Error, ArrayBuffer, Number, String, Boolean] as const

function markedOf(value: unknown, seen: Map<object, number>): Marked {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : { is: 'number', text: String(value) }
    case 'bigint':
      return { is: 'bigint', text: String(value) }
    case 'symbol':
      return { is: 'symbol', text: value.description ?? '' }
    case 'undefined':
      return { is: 'undefined' }
    case 'function':
      return { is: 'function', name: value.name }
    default:
      return value === null ? null : markedObject(value as object, seen)
  }
}

function markedObject(value: object, seen: Map<object, number>): Marked {
  const at = seen.get(value)
  if (at !== undefined) return { is: 'seen', at }
  seen.set(value, seen.size)
  try {
    const isCopied = ArrayBuffer.isView(value) || COPIED.some((each) => value instanceof each)
    if (isCopied) return { is: 'copied', bytes: serialize(value).toString('base64') }
  } catch {
    // A map with a function in it, say: shown by its class alone.
  }
  try {
    return membersOf(value, seen)
  } catch (error) {
    return { is: 'closed', message: messageIn(error) }
  }
}

function membersOf(value: object, seen: Map<object, number>): Marked {
  const prototype: unknown = Object.getPrototypeOf(value)
  const own = Array.isArray(value) ? Array.prototype : Object.prototype
  const symbols = Object.getOwnPropertySymbols(value).map(({ description }) => description ?? '')
  return {
    is: 'object',
    ...(prototype === own || prototype === null ? {} : { class: classOf(prototype) }),
    ...(Array.isArray(value) ? { length: value.length } : {}),
    members: Object.keys(value).map((name) => [name, memberOf(value, name, seen)]),
    ...(symbols.length === 0 ? {} : { symbols }),
  }
}

function memberOf(value: object, name: string, seen: Map<object, number>): Marked {
  let member: unknown
  try {
    member = Reflect.get(value, name)
  } catch (error) {
    return { is: 'thrown', message: messageIn(error) }
  }
  return markedOf(member, seen)
}

function classOf(prototype: unknown): string {
  const named: unknown = Reflect.get(prototype as object, 'constructor')
  return typeof named === 'function' ? named.name : ''
}

function messageIn(error: unknown): string {
  return error instanceof Error ? error.message : 'an exception'
}

function revived(marked: Marked, seen: unknown[]): unknown {
  if (marked === null || typeof marked !== 'object') return marked
  switch (marked.is) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(marked.text)
    case 'bigint':
      return BigInt(marked.text)
    case 'symbol':
      return Symbol(marked.text)
    case 'function':
      return Object.defineProperty(() => undefined, 'name', { value: marked.name })
    case 'seen':
      return seen[marked.at]
    case 'copied': {
      const copied: unknown = deserialize(Buffer.from(marked.bytes, 'base64'))
      seen.push(copied)
      return copied
    }
    case 'thrown':
      return undefined // a member, which `objectOf` has dealt with
    case 'closed':
      return closed(marked.message, seen)
    case 'object':
      return objectOf(marked, seen)
  }
}

function objectOf(marked: Extract<Marked, { is: 'object' }>, seen: unknown[]): object {
  const object: object =
    marked.length === undefined ? {} : Object.assign([], { length: marked.length })
  seen.push(object)
  if (marked.class !== undefined) Object.setPrototypeOf(object, prototypeNamed(marked.class))
  for (const [name, member] of marked.members) {
    const how =
      typeof member === 'object' && member?.is === 'thrown'
        ? { get: () => fail(member.message) }
        : { value: revived(member, seen), writable: true }
    Object.defineProperty(object, name, { enumerable: true, configurable: true, ...how })
  }
  for (const text of marked.symbols ?? []) Reflect.set(object, Symbol(text), true)
  return object
}

function prototypeNamed(name: string): object {
  const classes: Readonly<Record<string, new () => object>> = { [name]: class {} }
  return classes[name]?.prototype ?? {}
}

/** In the place of an object that lets nobody look at it. */
function closed(message: string, seen: unknown[]): object {
  const object = new Proxy({}, { get: () => fail(message), ownKeys: () => fail(message) })
  seen.push(object)
  return object
}

function fail(message: string): never {
  throw new Error(message)
}
