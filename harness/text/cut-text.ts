import { createHash } from 'node:crypto'

/** In characters. A shorter text stays whole. */
const LONGEST = 10_000
/** Of a longer one, what is shown of its beginning and of its end. */
const HEAD = 2_000
const TAIL = 500
const HASH_DIGITS = 12
const NOTE = / … \[[\d,]+ characters, sha256 [\da-f]+…\] … /
/** The ports of a run, which are other ones in every run. */
const PORT = /:\d{4,5}\b/g

/**
 * A text of any length as what a report has room for: whole, or its beginning and its end, with its length and a hash
 * by which two of them can be told apart. Of secrets a cut may leave halves: see `SecretMasker`.
 */
export function cutText(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text
  const hash = createHash('sha256').update(text.replaceAll(PORT, ':PORT')).digest('hex')
  const left = `${text.length.toLocaleString('en')} characters, sha256 ${hash.slice(0, HASH_DIGITS)}…`
  return `${text.slice(0, HEAD).toWellFormed()} … [${left}] … ${text.slice(-TAIL).toWellFormed()}`
}

/** What a text that was cut says of its whole, for who cuts it once more; undefined where it was not. */
export function noteOfCut(text: string): string | undefined {
  return NOTE.exec(text)?.[0]
}
