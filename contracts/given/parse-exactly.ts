/** What may be a number that JavaScript does not hold: many digits, or a great exponent. */
const SUSPICIOUS = /\d{16}|\d[eE]\+?\d{2}/
const WHOLE = /^-?\d+$/

/**
 * What a JSON text says, each number as it stands there.
 *
 * @throws Error where it is no JSON, or has a number that JavaScript would alter.
 */
export function parseExactly(text: string): unknown {
  if (!SUSPICIOUS.test(text)) return JSON.parse(text)
  return JSON.parse(text, (name: string, value: unknown, context?: { source?: string }) => {
    const source = context?.source
    if (typeof value !== 'number' || source === undefined || isHeld(value, source)) return value
    throw new InexactNumber(name, source)
  })
}

/** A number that JavaScript has no exact value for. */
export class InexactNumber extends Error {
  override readonly name = 'InexactNumber'

  constructor(member: string, source: string) {
    super(
      `${JSON.stringify(member)} is ${source.slice(0, 40)}, a number that would be altered: write it in quotes, as a text`,
    )
  }
}

/** Whether a number that was read is the very number that was written; fractions are as near as anybody reads them. */
export function isHeld(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return false
  return Number.isSafeInteger(value) || !WHOLE.test(source) || BigInt(source) === BigInt(value)
}
