/** What stands before a text and says how its bytes are to be read; without it they are UTF-8. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', name: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le', name: 'UTF-16' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be', name: 'UTF-16' },
] as const

/**
 * The text of a file that somebody gives, without its byte order mark.
 *
 * @throws Error where the bytes are none of such a text.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const mark = MARKS.find((each) => each.bytes.every((byte, at) => bytes[at] === byte))
  const { encoding, name } = mark ?? MARKS[0]
  try {
    // Takes the mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`is not ${name} text`)
  }
}
