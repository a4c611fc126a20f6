import type { SecretEncoding } from '../data-source/secret.ts'
import { type SecretForm, SHORTEST_MASKED, type SoughtSecret } from './secret-form.ts'

/** Fewer characters of base64 could be anything. */
const SHORTEST_BASE64 = 5
/** A shorter line of a text of several says too little by itself. */
const SHORTEST_LINE = 16
const BITS = { byte: 8, base64: 6 } as const

type Written = readonly [SecretEncoding, string]

/** Every form in which a secret is looked for; none of one that is too short to be. */
export function formsOf(secret: SoughtSecret): readonly SecretForm[] {
  const { name, value } = secret
  if (value.length < SHORTEST_MASKED) return []
  const texts = [...usualForms(secret), ...rareForms(secret)]
  return distinct(name, texts)
}

/** Those that are looked for of secrets that there are thousands of. */
export function usualFormsOf(secret: SoughtSecret): readonly SecretForm[] {
  const { name, value } = secret
  return value.length < SHORTEST_MASKED ? [] : distinct(name, usualForms(secret))
}

function distinct(name: string, texts: readonly Written[]): readonly SecretForm[] {
  const first = new Map<string, SecretForm>()
  for (const [encoding, text] of texts) {
    if (text.length < SHORTEST_MASKED || first.has(text)) continue
    first.set(text, { name, encoding, text })
  }
  return [...first.values()]
}

function usualForms({ value, encoding: own = 'plain' }: SoughtSecret): readonly Written[] {
  const percent = encodeURIComponent(value.toWellFormed())
  const escaped: readonly Written[] = [
    [own, value],
    [own, JSON.stringify(value).slice(1, -1)],
    ['percent', percent],
    ['percent', percent.replaceAll('%20', '+')],
    ['percent', percent.replaceAll(/%../g, (hex) => hex.toLowerCase())],
  ]
  // What is encoded already is looked for as it is.
  return own === 'plain' ? [...escaped, ...base64Of(Buffer.from(value))] : escaped
}

function rareForms({ value, encoding }: SoughtSecret): readonly Written[] {
  if (encoding !== undefined && encoding !== 'plain') return []
  const little = Buffer.from(value, 'utf16le')
  const big = Buffer.from(little).swap16()
  const bytes = [Buffer.from(value), little, big]
  const hex = bytes.map((each) => each.toString('hex'))
  const lines = value.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE)
  return [
    ...(value.includes('\n') ? lines.filter((line) => !line.startsWith('-----')) : []).map(
      (line): Written => ['plain', line],
    ),
    ['html', html(value, '&#39;')],
    ['html', html(value, '&#x27;')],
    ['html', html(value, '&apos;')],
    ...['&#34;', '&#x22;'].map((quote): Written => ['html', html(value, '&#39;', quote)]),
    ['escaped', JSON.stringify(value).slice(1, -1).replaceAll('/', String.raw`\/`)],
    ['escaped', value.replaceAll("'", String.raw`'\''`)],
    ['escaped', value.replaceAll(/[\\']/g, String.raw`\$&`)],
    // Read as if each byte were a character, as by who decodes escapes one by one.
    ['escaped', Buffer.from(value).toString('latin1')],
    // Without the zero at one end, so that what is of ASCII reads alike in both orders.
    ['utf-16', little.toString('latin1').slice(0, -1)],
    ['utf-16', big.toString('latin1').slice(1)],
    ...[little, big].flatMap(base64Of),
    ...hex.flatMap((each): readonly Written[] => [
      ['hex', each],
      ['hex', each.toUpperCase()],
    ]),
  ]
}

function html(value: string, apostrophe: string, quote = '&quot;'): string {
  const entities: Readonly<Record<string, string>> = {
    ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': quote, "'": apostrophe },
  }
  return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** The whole as it is encoded by itself, and what is certain of it wherever in the encoded bytes it starts. */
function base64Of(bytes: Buffer): readonly Written[] {
  const whole = bytes.toString('base64')
  const standard = [whole, whole.replaceAll('=', ''), ...[0, 1, 2].map((at) => certain(bytes, at))]
  return standard
    .filter((text) => text.length >= SHORTEST_BASE64)
    .flatMap((text): readonly Written[] => [
      ['base64', text],
      ['base64', text.replaceAll('+', '-').replaceAll('/', '_')],
    ])
}

/** The characters of which every bit is one of these bytes, where they start so many bytes behind a whole group. */
function certain(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const from = Math.ceil((shift * BITS.byte) / BITS.base64)
  return text.slice(from, Math.floor(((shift + bytes.length) * BITS.byte) / BITS.base64))
}
