import { closeSync, openSync, readSync } from 'node:fs'

const PIECE = 1_024 ** 2
/** In bytes: whoever reads one makes a text of it, and texts have an end. */
export const LONGEST_LINE = 480 * 1_024 ** 2
const NEWLINE = 0x0a

/** A line of a file, without its end. */
export interface Line {
  /** Where it begins, in bytes. */
  readonly at: number
  readonly bytes: Buffer
  /** Whether its end is there, too. */
  readonly isWhole: boolean
}

/**
 * The lines of a file, one after the other, so that one alone is held of a long file.
 *
 * @throws Error, in words that follow the file's name, where a line is none of a text.
 */
export function* linesIn(path: string): Generator<Line> {
  const handle = openSync(path, 'r')
  try {
    let pieces: Buffer[] = []
    let at = 0
    let length = 0
    for (const piece of piecesOf(handle)) {
      let from = 0
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
        const bytes = Buffer.concat([...pieces, piece.subarray(from, end)])
        yield { at, bytes, isWhole: true }
        at += bytes.length + 1
        from = end + 1
        pieces = []
        length = 0
      }
      if (from < piece.length) pieces.push(piece.subarray(from))
      length += piece.length - from
      if (length > LONGEST_LINE) throw new Error('holds a line longer than any exchange')
    }
    if (length > 0) yield { at, bytes: Buffer.concat(pieces), isWhole: false }
  } finally {
    closeSync(handle)
  }
}

function* piecesOf(handle: number): Generator<Buffer> {
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE)
    const length = readSync(handle, piece)
    if (length === 0) return
    const read = piece.subarray(0, length)
    // JSON has none of these; a file of nothing else may be as long as it likes.
    if (read.includes(0)) throw new Error('holds a zero byte')
    yield read
  }
}
