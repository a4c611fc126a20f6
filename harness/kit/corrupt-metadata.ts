import { isObject } from './answer.ts'

/** Ways in which metadata is spoilt on its way back. */
export const CORRUPTIONS = [
  'truncated',
  'one character changed',
  'one bit flipped',
  'swapped',
] as const
export type Corruption = (typeof CORRUPTIONS)[number]

/** Shorter texts are no tokens; what they say may well be said otherwise. */
const SHORTEST_TOKEN = 6

/**
 * Metadata with each of its tokens spoilt, or undefined where it holds nothing that can be spoilt so: a
 * number can only become another number, which is as good a number as the first.
 *
 * @param other metadata of another call, for `swapped`: every second member is taken from it.
 */
export function corrupt(metadata: unknown, corruption: Corruption, other: unknown): unknown {
  if (corruption === 'swapped') return swapped(metadata, other)
  const spoilt = spoil(metadata, SPOILERS[corruption])
  return JSON.stringify(spoilt) === JSON.stringify(metadata) ? undefined : spoilt
}

const SPOILERS = {
  truncated: (text: string) => text.slice(0, Math.floor(text.length / 2)),
  'one character changed': (text: string) =>
    replaceMiddle(text, (code) => (code === 120 ? 121 : 120)),
  'one bit flipped': (text: string) => replaceMiddle(text, (code) => code ^ 1),
} as const

function replaceMiddle(text: string, change: (code: number) => number): string {
  const middle = Math.floor(text.length / 2)
  const changed = String.fromCharCode(change(text.charCodeAt(middle)))
  return text.slice(0, middle) + changed + text.slice(middle + 1)
}

function spoil(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return value.length < SHORTEST_TOKEN ? value : change(value)
  if (Array.isArray(value)) return value.map((member) => spoil(member, change))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, spoil(member, change)]),
  )
}

function swapped(metadata: unknown, other: unknown): unknown {
  if (!isObject(metadata) || !isObject(other)) return undefined
  const entries = Object.entries(metadata)
  if (entries.length < 2) return undefined
  const mixed = Object.fromEntries(
    entries.map(([key, value], index) => [key, index % 2 === 0 ? value : other[key]]),
  )
  const texts = [mixed, metadata, other].map((each) => JSON.stringify(each))
  return new Set(texts).size < texts.length ? undefined : mixed
}
