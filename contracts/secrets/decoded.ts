import type { SecretEncoding } from '../data-source/secret.ts'

/** A text with its escapes read, and where each character of it stood. */
export interface Decoded {
  readonly text: string
  /** What its escapes are; where it was read more than once, those that were read first. */
  readonly encoding: SecretEncoding
  /** Where in the text as it was the character at this place begins. */
  startOf(place: number): number
  /** Where it ends. */
  endOf(place: number): number
}

interface Decoder {
  readonly encoding: SecretEncoding
  /** Told at once of most texts, which hold no such escape. */
  readonly sign: RegExp
  readonly escapes: RegExp
  /** What the escape stands for. */
  read(written: string): string
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
}
const LETTERS: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\u0007', e: '\u001b' },
}
const HIGHEST = 0x10_ff_ff

/** What texts are written down with; each byte is a character, since forms of secrets are looked for so, too. */
const DECODERS: readonly Decoder[] = [
  {
    encoding: 'percent',
    sign: /%[0-9a-f]{2}/i,
    escapes: /%[0-9a-f]{2}/gi,
    read: (written) => character(written.slice(1), 16),
  },
  {
    encoding: 'html',
    sign: /&[#\w]/,
    escapes: /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp);/gi,
    read: (written) => entity(written.slice(1, -1)),
  },
  {
    encoding: 'escaped',
    // What escapes signs alone, once, is a form of its own that is looked for as it is: most JSON is no more.
    sign: /\\[uUxX0-7\\\r\n]|'\\''/,
    // The first two are how a shell has an apostrophe within apostrophes, and Python a text that goes on.
    escapes:
      /'\\''|\\\r?\n|\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|[0-7]{1,3}|[\s\S])/gi,
    read: backslashed,
  },
  { encoding: 'escaped', sign: /'"'"'/, escapes: /'"'"'/g, read: () => "'" },
  // Encoders break what is long into lines.
  {
    encoding: 'plain',
    sign: /[\w+/-]\r?\n[ \t]*[\w+/=-]/,
    escapes: /(?<=[\w+/-])\r?\n[ \t]*(?=[\w+/=-])/g,
    read: () => '',
  },
]

/** How often a text is read: an escape within an escape, as in JSON that a URL holds. */
const LEVELS = 3

/** The text as everybody reads it who reads escapes of one kind or another, at every level. */
export function* decodedIn(text: string): Generator<Decoded> {
  const seen = new Set([text])
  let latest: readonly Decoded[] = [
    { text, encoding: 'plain', startOf: (place) => place, endOf: (place) => place + 1 },
  ]
  for (let level = 0; level < LEVELS; level++) {
    const next: Decoded[] = []
    for (const each of latest) {
      for (const decoder of DECODERS) {
        if (!decoder.sign.test(each.text)) continue
        const read = decode(each, decoder)
        if (seen.has(read.text)) continue
        seen.add(read.text)
        next.push(read)
        yield read
      }
    }
    latest = next
  }
}

function decode(from: Decoded, { encoding, escapes, read }: Decoder): Decoded {
  /** Of each stretch where it begins here, where in the text before, and how much it was there. */
  const stretches: { readonly at: number; readonly was: number; readonly length: number }[] = []
  let text = ''
  let end = 0
  for (const match of from.text.matchAll(escapes)) {
    if (match.index > end) stretches.push({ at: text.length, was: end, length: 0 })
    text += from.text.slice(end, match.index)
    const [written] = match
    end = match.index + written.length
    stretches.push({ at: text.length, was: match.index, length: written.length })
    text += read(written)
  }
  if (from.text.length > end) stretches.push({ at: text.length, was: end, length: 0 })
  text += from.text.slice(end)
  const stretchOf = (place: number) => stretches[lastBelow(stretches, place)]
  const was = (place: number, isEnd: boolean) => {
    const stretch = stretchOf(place)
    if (stretch === undefined) return place
    if (stretch.length === 0) return stretch.was + place - stretch.at
    return isEnd ? stretch.was + stretch.length - 1 : stretch.was
  }
  return {
    text,
    encoding: from.encoding === 'plain' ? encoding : from.encoding,
    startOf: (place) => from.startOf(was(place, false)),
    endOf: (place) => from.endOf(was(place, true)),
  }
}

/** The place of the last stretch that begins no later. */
function lastBelow(stretches: readonly { readonly at: number }[], place: number): number {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.at ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function entity(name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? ''
  return /^#x/i.test(name) ? character(name.slice(2), 16) : character(name.slice(1), 10)
}

function backslashed(written: string): string {
  if (written === String.raw`'\''`) return "'"
  const [, kind = ''] = written
  if (kind === '\n' || kind === '\r') return ''
  if (/^[0-7]/.test(kind)) return character(written.slice(1), 8)
  if (/^[ux]$/i.test(kind) && written.length > 2) {
    return character(written.replaceAll(/[^0-9a-f]/gi, ''), 16)
  }
  return LETTERS[kind] ?? kind
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code <= HIGHEST ? String.fromCodePoint(code) : '\ufffd'
}
