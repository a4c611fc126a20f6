import { decodedIn } from '../../../contracts/secrets/decoded.ts'
import { MASK, maskOf } from '../../../contracts/secrets/secret-masker.ts'

/**
 * The credentials of any session, as `accountOf` makes them: plain and percent-encoded, and in base64 what begins with a
 * user's name, a password or a token. What a check has seen is masked by its own session; this is for what comes from
 * elsewhere, such as the last words of a worker.
 */
const MADE: readonly (readonly [form: RegExp, name: string])[] = [
  [/pw(?:\+|%2b)[0-9a-f]{12}(?:&|%26)(?:=|%3d)(?:%25|%)[0-9a-f]{8}/gi, 'password'],
  [/token(?:\+|%2b)[0-9a-f]{24}/gi, 'token'],
  [/(?:dXNlci|cHcr|dG9rZW4r)[\w+/-]{28,}={0,2}/g, 'credentials'],
]
const ESCAPED = /pw\+[0-9a-f]{12}&=%[0-9a-f]{8}|token\+[0-9a-f]{24}/
/** As long as a password in base64 is, and in hexadecimal digits. */
const ENCODED = /[\w+/-]{28,}={0,2}/g
const HEX = /^(?:[0-9a-f]{2})+$/i

/** The text without any credentials that were made for a case. */
export function withoutMade(text: string): string {
  const masked = MADE.reduce((left, [form, name]) => left.replaceAll(form, maskOf(name)), text)
  const decoded = masked.replaceAll(ENCODED, (run) => (isMade(run) ? maskOf('credentials') : run))
  // Where one is escaped in some other way its bounds are unclear: nothing is shown.
  for (const read of decodedIn(decoded)) if (ESCAPED.test(read.text)) return MASK
  return decoded
}

function isMade(run: string): boolean {
  const read = (bytes: Buffer) => ESCAPED.test(bytes.toString('latin1').replaceAll('\0', ''))
  if (HEX.test(run) && read(Buffer.from(run, 'hex'))) return true
  return [0, 1, 2, 3].some((from) => read(Buffer.from(run.slice(from), 'base64')))
}
