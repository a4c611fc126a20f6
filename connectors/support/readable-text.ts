const MAX_LENGTH = 16_384

/** Characters that steer a terminal, end a line, or turn the direction of writing. */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * A data source's text, made fit for an envelope, a log and a terminal: control characters are written
 * out (`\u001b`), lone surrogates replaced, and very long text is cut (SEC-4).
 */
export function readableText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  return cut.toWellFormed().replace(STEERING, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
