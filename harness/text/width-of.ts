const GRAPHEMES = new Intl.Segmenter()
/** Most texts: a column each. */
const PLAIN = /^[\x20-\x7e]*$/
const NOTHING = /^[\p{M}\p{Cf}\p{Cc}]+$/u
const PICTURE = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u

/** What takes two columns: East Asian wide and full-width characters (Unicode's annex 11), by their first and last. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  ...([
    [0x11_00, 0x11_5f],
    [0x2e_80, 0x30_3e],
    [0x30_41, 0x33_ff],
    [0x34_00, 0x4d_bf],
  ] as const),
  ...([
    [0x4e_00, 0xa4_cf],
    [0xa9_60, 0xa9_7f],
    [0xac_00, 0xd7_a3],
    [0xf9_00, 0xfa_ff],
  ] as const),
  ...([
    [0xfe_30, 0xfe_6f],
    [0xff_01, 0xff_60],
    [0xff_e0, 0xff_e6],
  ] as const),
  ...([
    [0x1_b0_00, 0x1_b1_6f],
    [0x2_00_00, 0x3_ff_fd],
  ] as const),
]

/** How many columns a text takes on a terminal: wide characters two, those that combine with one before them none. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const { segment } of GRAPHEMES.segment(text)) width += columnsOf(segment)
  return width
}

/** The text in pieces of at most so many columns; none ends within what is seen as one character. */
export function piecesOf(text: string, most: number): readonly string[] {
  if (widthOf(text) <= most) return [text]
  const pieces: string[] = []
  let [piece, width] = ['', 0]
  for (const { segment } of GRAPHEMES.segment(text)) {
    const columns = columnsOf(segment)
    if (piece !== '' && width + columns > most) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += segment
    width += columns
  }
  return [...pieces, piece]
}

/** Of what is seen as one character. */
function columnsOf(segment: string): number {
  if (NOTHING.test(segment)) return 0
  const code = segment.codePointAt(0) ?? 0
  const isWide = WIDE.some(([first, last]) => code >= first && code <= last)
  return isWide || PICTURE.test(segment) ? 2 : 1
}
