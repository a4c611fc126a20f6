import type { BodyFormat, RowsAt } from './bodies/body-format.ts'
import { CUT_HERE, json } from './bodies/json.ts'
import type { Way } from './way.ts'

interface Hole {
  readonly name: string
  /** Part of a text, not a value of its own. */
  readonly inText: boolean
}

/** Where the placeholders of a value stand. */
export interface Places {
  /** Where a placeholder stands by itself, the first place of several; undefined where it does not. */
  wayTo(name: string): Way | undefined
  /** All places where it stands by itself. */
  waysTo(name: string): readonly Way[]
  has(name: string): boolean
}

/** A body with holes in it, ready to be written, and to be read again. */
export interface Template extends Places {
  readonly format: BodyFormat
  /** The body. What is a buffer is JSON already; what is not there is null, or nothing within a text. */
  write(values: Readonly<Record<string, unknown>>): Buffer[]
  /** What such a body holds, each value in the place of its placeholder; undefined where it cannot be read. */
  read(text: string): unknown
  /** The same back again. */
  rewrite(value: unknown): Buffer
  /** Such a body that ends within its first row; undefined where it has none, or that would show nothing. */
  cutShort(key: string): string | undefined
}

const WHOLE = /^\{\{(\w+)\}\}$/
const ANY = /\{\{(.*?)\}\}/g

/** Makes a template of a value in which `{{name}}` stands for what is filled in. */
export function templateOf(value: unknown, format: BodyFormat = json): Template {
  const places = placesOf(value)
  const rowsAt = rowsIn(value, places)
  const filled = (values: Readonly<Record<string, unknown>>) => filledValue(value, values)
  const rewrite = (body: unknown) => Buffer.from(format.write(body, rowsAt))
  return {
    ...places,
    format,
    write: format === json ? jsonWriter(value) : (values) => [rewrite(filled(values))],
    read: (text) => format.read(text, rowsAt),
    rewrite,
    cutShort: (key) =>
      rowsAt && format.odd.cutShort?.(filled({ rows: [{ [key]: CUT_HERE }] }), rowsAt),
  }
}

/** Where the placeholders of a value stand. */
export function placesOf(value: unknown): Places {
  const places = placeholdersIn(value)
  const names = new Set(places.map(({ name }) => name))
  const waysTo = (name: string) =>
    places.filter((place) => place.whole && place.name === name).map(({ way }) => way)
  const first = new Map([...names].map((name) => [name, waysTo(name)[0]]))
  return { wayTo: (name) => first.get(name), waysTo, has: (name) => names.has(name) }
}

function rowsIn(value: unknown, { wayTo }: Places): RowsAt | undefined {
  const way = wayTo('rows')
  if (way === undefined) return undefined
  const [at] = way
  return { way, after: Array.isArray(value) ? value.length - 1 - Number(at) : 0 }
}

/** In pieces, so that rows that are JSON already are sent as they are. */
function jsonWriter(value: unknown): Template['write'] {
  const pieces = [...merged(piecesOf(value))]
  return (values) => {
    const written = pieces.map((piece) => writtenPiece(piece, values))
    return Array.from(merged(written), (piece) =>
      typeof piece === 'string' ? Buffer.from(piece) : piece,
    )
  }
}

/** A value with what stands for its placeholders. */
export function filledValue(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value)?.[1]
    return whole === undefined ? filledIn(value, values) : plainOf(values[whole])
  }
  if (Array.isArray(value)) return value.map((part) => filledValue(part, values))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, part]) => [name, filledValue(part, values)])
  return Object.fromEntries(members)
}

function filledIn(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(ANY, (_, name: string) => String(values[name] ?? ''))
}

function plainOf(value: unknown): unknown {
  return Buffer.isBuffer(value) ? JSON.parse(value.toString()) : (value ?? null)
}

/** A text with `{{name}}` filled in. */
export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(ANY, (_, name: string) => values[name] ?? '')
}

/** Every placeholder of a value, and where it stands. */
export function placeholdersIn(
  value: unknown,
  way: Way = [],
): { readonly name: string; readonly way: Way; readonly whole: boolean }[] {
  if (typeof value === 'string') {
    const whole = WHOLE.test(value)
    return [...value.matchAll(ANY)].map(([, name = '']) => ({ name, way, whole }))
  }
  if (Array.isArray(value)) return value.flatMap((part, at) => placeholdersIn(part, [...way, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => placeholdersIn(part, [...way, name]))
}

/** What stands at a place of a parsed body; undefined where there is no such place. */
export function valueAt(value: unknown, way: Way): unknown {
  return way.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  )
}

function* piecesOf(value: unknown): Generator<string | Hole> {
  if (typeof value === 'string') yield* piecesOfText(value)
  else if (Array.isArray(value)) {
    yield '['
    for (const [index, part] of value.entries()) {
      if (index > 0) yield ','
      yield* piecesOf(part)
    }
    yield ']'
  } else if (typeof value === 'object' && value !== null) {
    yield '{'
    for (const [index, [name, part]] of Object.entries(value).entries()) {
      yield `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`
      yield* piecesOf(part)
    }
    yield '}'
  } else yield JSON.stringify(value) ?? 'null'
}

function* piecesOfText(text: string): Generator<string | Hole> {
  const whole = WHOLE.exec(text)?.[1]
  if (whole !== undefined) {
    yield { name: whole, inText: false }
    return
  }
  yield '"'
  // Every second part is a name.
  for (const [index, part] of text.split(ANY).entries()) {
    yield index % 2 === 0 ? JSON.stringify(part).slice(1, -1) : { name: part, inText: true }
  }
  yield '"'
}

/** Text that stands next to text is one piece: each that is sent costs something of its own. */
function* merged<Piece extends object>(
  pieces: Iterable<string | Piece>,
): Generator<string | Piece> {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      if (text !== '') yield text
      yield piece
      text = ''
    }
  }
  if (text !== '') yield text
}

function writtenPiece(
  piece: string | Hole,
  values: Readonly<Record<string, unknown>>,
): string | Buffer {
  if (typeof piece === 'string') return piece
  const value = values[piece.name]
  if (Buffer.isBuffer(value)) return value
  if (!piece.inText) return JSON.stringify(value ?? null)
  return JSON.stringify(String(value ?? '')).slice(1, -1)
}
