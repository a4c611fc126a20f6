/** Where something stands in a value: names of members, and places in arrays. */
export type Way = readonly (string | number)[]

interface Hole {
  readonly name: string
  /** Part of a text, not a value of its own. */
  readonly inText: boolean
}

/** A body with holes in it, ready to be written. */
export interface Template {
  /** The body. What is a buffer is JSON already; what is not there is null, or nothing within a text. */
  write(values: Readonly<Record<string, unknown>>): Buffer[]
  /** Where a placeholder stands by itself, the first place of several; undefined where it does not. */
  wayTo(name: string): Way | undefined
  /** All places where it stands by itself. */
  waysTo(name: string): readonly Way[]
  has(name: string): boolean
}

const WHOLE = /^\{\{(\w+)\}\}$/
const ANY = /\{\{(.*?)\}\}/g

/** Makes a template of a JSON value in which `{{name}}` stands for what is filled in. */
export function templateOf(value: unknown): Template {
  const pieces = merged([...piecesOf(value)])
  const places = placeholdersIn(value)
  const names = new Set(places.map(({ name }) => name))
  const waysTo = (name: string) =>
    places.filter((place) => place.whole && place.name === name).map(({ way }) => way)
  const first = new Map([...names].map((name) => [name, waysTo(name)[0]]))
  return {
    write: (values) => pieces.map((piece) => writtenPiece(piece, values)),
    wayTo: (name) => first.get(name),
    waysTo,
    has: (name) => names.has(name),
  }
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

function merged(pieces: readonly (string | Hole)[]): readonly (Buffer | Hole)[] {
  const joined: (Buffer | Hole)[] = []
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      joined.push(Buffer.from(text), piece)
      text = ''
    }
  }
  return [...joined, Buffer.from(text)]
}

function writtenPiece(piece: Buffer | Hole, values: Readonly<Record<string, unknown>>): Buffer {
  if (Buffer.isBuffer(piece)) return piece
  const value = values[piece.name]
  if (Buffer.isBuffer(value)) return value
  if (!piece.inText) return Buffer.from(JSON.stringify(value ?? null))
  return Buffer.from(JSON.stringify(String(value ?? '')).slice(1, -1))
}
