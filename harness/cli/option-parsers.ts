import { InvalidArgumentError } from 'commander'
import * as z from 'zod'
import { dayOf } from '../engine/waivers/in-force.ts'

/** Takes an option that may be repeated and may hold several values with commas. */
export function list(value: string, previous: readonly string[] = []): readonly string[] {
  const values = value.split(',').map((each) => each.trim())
  return [...previous, ...values.filter((each) => each !== '')]
}

/** Takes a whole number of at least `least`, and at most `most`. */
export function wholeNumber(
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): (value: string) => number {
  return (value) => {
    const number = Number(value)
    const isWhole = /^\d+$/.test(value)
    if (isWhole && number >= least && number <= most) return number
    if (isWhole && number > most && most === Number.MAX_SAFE_INTEGER) {
      throw new InvalidArgumentError(`It must be a whole number of at most ${most}.`)
    }
    const isBounded = most < Number.MAX_SAFE_INTEGER
    const range = isBounded ? `from ${least} to ${most}` : `of at least ${least}`
    throw new InvalidArgumentError(`It must be a whole number ${range}.`)
  }
}

/** Takes a day from today (UTC) on: a day before would have waivers count again that have expired. */
export function dayToCome(now: Date = new Date()): (value: string) => string {
  const today = dayOf(now)
  return (value) => {
    if (z.iso.date().safeParse(value).success && value >= today) return value
    throw new InvalidArgumentError(`It must be a day, and none before ${today}.`)
  }
}

/** Takes `NAME=value`, and may be repeated. */
export function variable(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? []
  if (name !== undefined && value !== undefined) return { ...previous, [name]: value }
  throw new InvalidArgumentError('It must be a name, "=" and a value, as in REGION=eu.')
}

const KIBIBYTE = 1_024
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: KIBIBYTE,
  m: KIBIBYTE ** 2,
  g: KIBIBYTE ** 3,
}
const LEAST_SIZE = 64 * KIBIBYTE

/** Takes a size as `500k`, `64M` or `2G`, in any case and with `iB` or `B` behind it; gives bytes. */
export function sizeInBytes(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([kmg]?)(?:i?b)?$/i.exec(text) ?? []
  const bytes = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN)
  if (bytes >= LEAST_SIZE && bytes <= 16 * KIBIBYTE ** 3) return bytes
  throw new InvalidArgumentError('It must be a size from 64k to 16G, as in 64M.')
}
